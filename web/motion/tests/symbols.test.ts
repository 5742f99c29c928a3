import * as react from "react";
import { expect, test } from "vitest";
import * as motion from "../src/index";
import symbols from "../symbols.json" with { type: "json" };

test("symbols.json names what the runtime exports; if not, run: npm run build -w motion", () => {
  expect(symbols.remotion).toEqual(Object.keys(motion).sort());
});

test("symbols.json names what React's production build exports, and nothing of its inside", () => {
  expect(symbols.react).toEqual(expect.arrayContaining(["Fragment", "memo", "useMemo", "useState"]));
  expect(symbols["react/jsx-runtime"]).toEqual(["Fragment", "jsx", "jsxs"]);
  expect(symbols.react.filter((name) => !(name in react) || name.startsWith("_") || name === "act")).toEqual([]);
});
