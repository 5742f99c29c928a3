/** Reads recorded answers on standard input, and writes as JSON how ours compare, by kind. */
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
// Beside the sources, so that React is found from it.
const folder = mkdtempSync(here("../.check-"));
try {
  const outfile = join(folder, "ours.mjs");
  const packages = { packages: "external", jsx: "automatic", platform: "node", format: "esm" };
  await build({ entryPoints: [here("ours.ts")], bundle: true, outfile, ...packages });
  const { compared } = await import(pathToFileURL(outfile).href);
  process.stdout.write(JSON.stringify(compared(await text(process.stdin))));
} finally {
  rmSync(folder, { recursive: true });
}
