/**
 * dist/preview/fonts/: the font files that are shipped, and fonts.json beside them, which lists them as faces:
 * {family, weight, style, range, url}, where range is CSS's unicode-range. dist/fonts.mjs picks those that a video needs.
 */
import { readFileSync } from "node:fs";
import { copyFile, mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname } from "node:path";
import { build } from "esbuild";
import { source } from "./settings.mjs";

const require = createRequire(import.meta.url);
const families = Object.values(JSON.parse(readFileSync(new URL("../../motion/fonts.json", import.meta.url), "utf8")));
/** Scripts that no video here is likely to be set in; leaving them out saves half. */
const LEFT_OUT = new Set(["devanagari", "math", "symbols", "cyrillic-ext", "greek-ext"]);

/** Every face that is shipped; its address is relative to the page of the frame. */
export function fontFaces() {
  return families.flatMap(facesOf);
}

export async function buildFonts(dist) {
  const folder = `${dist}preview/fonts`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const family of families) {
    const files = `${folderOf(family)}/${family.file ? "" : "files/"}`;
    const names = new Set(facesOf(family).map(({ url }) => basename(url)));
    await Promise.all([...names].map((name) => copyFile(`${files}${name}`, `${folder}/${name}`)));
  }
  await writeFile(`${folder}/fonts.json`, JSON.stringify(fontFaces()));
  await build({
    entryPoints: [`${source}fonts/pick.ts`],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node24",
    outfile: `${dist}fonts.mjs`,
    logLevel: "warning",
  });
}

function folderOf(family) {
  return dirname(require.resolve(`${family.package}/package.json`));
}

function facesOf(family) {
  if (family.file) {
    return [
      { family: family.family, weight: "400", style: "normal", range: family.range, url: `./fonts/${family.file}` },
    ];
  }
  const ranges = JSON.parse(readFileSync(`${folderOf(family)}/unicode.json`, "utf8"));
  const subsets = Object.entries(ranges).filter(([subset]) => !LEFT_OUT.has(subset));
  const styles = family.italic ? ["normal", "italic"] : ["normal"];
  const weights = family.weights ?? [family.weight];
  return subsets.flatMap(([subset, range]) =>
    styles.flatMap((style) =>
      weights.map((weight) => face(family, subset.replace(/[[\]]/g, ""), weight, style, range)),
    ),
  );
}

function face({ family, package: name, weights }, subset, weight, style, range) {
  const file = `${basename(name)}-${subset}-${weights ? weight : "wght"}-${style}.woff2`;
  return { family, weight: `${weight}`, style, range, url: `./fonts/${file}` };
}
