import { Buffer } from "node:buffer";
import { describe, expect, test } from "vitest";
import { BUNDLE, Positions } from "../src/position";
import { bundled } from "./bundled";

const STACK = `TypeError: no\n    at Scene (${BUNDLE}:4:9)\n    at realm.js:1:2`;

describe("Positions", () => {
  test("lead to the source through the inline map", async () => {
    const positions = new Positions(await bundled('\n\nimport { a } from "remotion";\nexport default a;'));
    expect(positions.findImport("a", "remotion").line).toBe(3);
  });

  test("stay in the bundle when it has no map, or one that cannot be read", () => {
    const broken = Buffer.from("{").toString("base64");
    const bundle = `a\n//# sourceMappingURL=data:application/json;base64,${broken}`;
    expect(new Positions("a").find(STACK)).toEqual({ line: 4, column: 9 });
    expect(new Positions(bundle).find(STACK)).toEqual({ line: 4, column: 9 });
  });

  test("are unknown when nothing names the bundle", () => {
    const positions = new Positions("a");
    expect(positions.find("Error: no\n    at realm.js:1:2")).toEqual({ line: null, column: null });
    expect(positions.findImport("a", "remotion")).toEqual({ line: null, column: null });
  });

  test("find an import that stands on many lines", () => {
    const bundle = 'import {\n  AbsoluteFill,\n  Sequnce\n} from "remotion";';
    expect(new Positions(bundle).findImport("Sequnce", "remotion")).toEqual({ line: 3, column: 3 });
  });
});
