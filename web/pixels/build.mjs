/** Builds web/dist/pixels/eyes.js: what looks at a component from a world of its own inside the page. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await build({
  entryPoints: [here("src/eyes.ts")],
  outfile: here("../dist/pixels/eyes.js"),
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "eyes",
  target: "es2022",
  logLevel: "warning",
});
