// @vitest-environment node
import { readFileSync } from "node:fs";
import * as react from "react";
import { expect, test } from "vitest";
import * as motion from "../src/index";

const built = new URL("../../dist/motion-symbols.json", import.meta.url);
const symbols = JSON.parse(readFileSync(built, "utf8")) as Record<string, string[]>;

test("the built list names what the runtime exports; if not, run: npm run build -w motion", () => {
  expect(symbols["remotion"]).toEqual(Object.keys(motion).sort());
});

test("it names each module of the runtime", () => {
  const listed = JSON.parse(readFileSync(new URL("../modules.json", import.meta.url), "utf8")) as object;
  expect(Object.keys(symbols)).toEqual(["react", "react/jsx-runtime", ...Object.keys(listed)]);
  expect(symbols["@remotion/transitions/fade"]).toEqual(["fade"]);
  expect(symbols["@remotion/google-fonts/Inter"]).toEqual(["fontFamily", "getInfo", "loadFont"]);
});

test("it names what React's production build exports, and nothing of its inside", () => {
  const names = symbols["react"] ?? [];
  expect(names).toEqual(expect.arrayContaining(["Fragment", "memo", "useMemo", "useState"]));
  expect(symbols["react/jsx-runtime"]).toEqual(["Fragment", "jsx", "jsxs"]);
  expect(names.filter((name) => !(name in react) || name.startsWith("_") || name === "act")).toEqual([]);
});
