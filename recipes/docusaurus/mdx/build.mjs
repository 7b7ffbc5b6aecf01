// Bundles the page for a server and for a browser.
import mdx from "@mdx-js/esbuild";
import { build } from "esbuild";

const options = { bundle: true, plugins: [mdx()], define: { "process.env.NODE_ENV": '"development"' } };
await build({ ...options, entryPoints: ["server.jsx"], platform: "node", outfile: "server.cjs" });
await build({ ...options, entryPoints: ["browser.jsx"], outfile: "site/browser.js" });
