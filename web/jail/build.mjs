/** Builds web/dist/jail/check.mjs. */
import { fileURLToPath } from "node:url";
import { buildCheck } from "./build/check.mjs";

await buildCheck(fileURLToPath(new URL("../dist/jail/check.mjs", import.meta.url)));
