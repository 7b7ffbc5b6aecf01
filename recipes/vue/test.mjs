// A blog with Vue 3 and Vite, built and in development.

import { testViteBlog } from "../lib/vite-blog.mjs";

export default {
  name: "Vue",
  inCi: false,

  /** @param {import("../run.mjs").Context} context */
  test: (context) =>
    testViteBlog(context, {
      folder: import.meta.dirname,
      component: "CareerLadder.vue",
      development: "component, in development",
    }),
};
