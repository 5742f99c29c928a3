// @vitest-environment node
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contractNames } from "../../preview/build/contract.mjs";
import { page, reference } from "../build/reference.mjs";

const root = new URL("../../../", import.meta.url);
const written = (path: string) => readFileSync(new URL(path, root), "utf8");

test("what people read and what the model is told is what the types say; if not, run: npm run reference -w motion", async () => {
  const text = await reference();
  expect(written("pipeline/prompts/motion.md")).toBe(text);
  expect(written("docs/motion.md")).toBe(page(text));
});

test("every name that a component may import stands in it, but for second names", async () => {
  const text = written("docs/motion.md");
  const { react: _, "react/jsx-runtime": __, ...modules } = await contractNames();
  const names = Object.entries(modules).flatMap(([module, exported]) => (module.includes("fonts") ? [] : exported));
  const missing = names.filter((name) => !new RegExp(`\\b${name}\\b`).test(text));
  expect(missing).toEqual(["Html5Audio", "Html5Video"]);
});

test("it tells no more than fits beside the rest of a prompt", () => {
  expect(written("pipeline/prompts/motion.md").length).toBeLessThan(14_000);
});
