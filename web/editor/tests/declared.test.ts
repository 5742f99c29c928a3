import { expect, test } from "vitest";
import type { Revision } from "../src/api";
import { declaredProps, inWords } from "../src/inspector/declared";
import { scene } from "./states";

const REVISION: Revision = {
  id: "r",
  scene: "a",
  number: 1,
  job: "j",
  current: true,
  created_at: "",
  findings: [],
  stills: [],
  author: "model",
  instruction: null,
  props: [
    { name: "title", kind: "text", default: "Nimbus" },
    { name: "mood", kind: "choice", default: "calm", choices: ["calm", "bold"] },
  ],
};

test("what a component declares is shown with what the scene has set of it", () => {
  const found = declaredProps(scene("a", { props: { title: "Cirrus" } }), [REVISION]);
  expect(found.map(({ name, value }) => [name, value])).toEqual([
    ["title", "Cirrus"],
    ["mood", "calm"],
  ]);
  expect(found[1]?.choices).toEqual(["calm", "bold"]);
});

test("a prop that only the scene has is shown by what its value is", () => {
  const props = { accent: "#ff8800", words: "hi", count: 3, on: true, list: [1] };
  expect(declaredProps(scene("a", { props }), []).map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    "accent colour",
    "words text",
    "count number",
    "on boolean",
  ]);
});

test("a revision that is not shown declares nothing", () => {
  expect(declaredProps(scene("a"), [{ ...REVISION, current: false }])).toEqual([]);
});

test.each([
  ["accentColour", "Accent colour"],
  ["sub_title", "Sub title"],
  ["x", "X"],
])("%s is called %s", (name, words) => {
  expect(inWords(name)).toBe(words);
});
