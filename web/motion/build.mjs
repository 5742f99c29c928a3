/**
 * Builds web/dist/motion-symbols.json: the names that each module a component may import exports, so that a
 * wrong one can be answered with the nearest that there is. The same list is checked in as symbols.json.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { contractNames } from "../preview/build/contract.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const text = `${JSON.stringify(await contractNames(), null, 2)}\n`;

for (const file of [here("../dist/motion-symbols.json"), here("symbols.json")]) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
