/**
 * Builds web/dist/motion-symbols.json: the names that each module a component may import exports, so that a
 * wrong one can be answered with the nearest that there is.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { contractNames } from "../preview/build/contract.mjs";

const file = fileURLToPath(new URL("../dist/motion-symbols.json", import.meta.url));
await mkdir(dirname(file), { recursive: true });
await writeFile(file, `${JSON.stringify(await contractNames(), null, 2)}\n`);
