// A blog with React 19 and Vite: built, and in development, where StrictMode mounts every component twice.

import { testViteBlog } from "../lib/vite-blog.mjs";

export default {
  name: "React",
  inCi: false,

  /** @param {import("../run.mjs").Context} context */
  test: (context) =>
    testViteBlog(context, {
      folder: import.meta.dirname,
      component: "CareerLadder.tsx",
      development: "component, in development with StrictMode",
    }),
};
