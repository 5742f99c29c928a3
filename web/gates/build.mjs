/** Builds web/dist/gates: the programs that read sources, each one file for Node. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

await build({
  entryPoints: ["policy"].map((name) => fileURLToPath(new URL(`src/${name}.ts`, import.meta.url))),
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node24",
  external: ["oxc-parser"],
  outExtension: { ".js": ".mjs" },
  outdir: fileURLToPath(new URL("../dist/gates", import.meta.url)),
  banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
  logLevel: "warning",
});
