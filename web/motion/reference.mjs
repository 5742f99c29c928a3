/** Writes docs/motion.md and pipeline/prompts/motion.md. */
import { writeFile } from "node:fs/promises";
import { page, reference } from "./build/reference.mjs";

const text = await reference();
const root = new URL("../../", import.meta.url);
await writeFile(new URL("pipeline/prompts/motion.md", root), text);
await writeFile(new URL("docs/motion.md", root), page(text));
