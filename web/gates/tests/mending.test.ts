import { describe, expect, test } from "vitest";
import { codes, judged } from "./judged";

const mended = (source: string) => judged(source).source?.trim();

describe("what a machine mends", () => {
  test.each([
    ["a fence", "Here:\n```tsx\nexport default () => <b/>;\n```\nDone.", "export default () => <b/>;"],
    ["a fence that only closes", "export default () => <b/>;\n```", "export default () => <b/>;"],
    ["a named export", "export const S = () => <b/>;", "export const S = () => <b/>;\nexport default S;"],
    [
      "the one component that no other uses",
      "const Part = () => <b/>; function S() { return <Part/>; }",
      "const Part = () => <b/>; function S() { return <Part/>; }\nexport default S;",
    ],
    ["CommonJS", "const S = () => <b/>; module.exports = S;", "const S = () => <b/>; export default S;"],
    [
      "the same default twice",
      "export default function S() { return <b/>; } export { S as default };",
      "export default function S() { return <b/>; }",
    ],
    [
      "a name that was not imported",
      "export default () => <b>{useCurrentFrame()}</b>;",
      'import { useCurrentFrame } from "remotion";\nexport default () => <b>{useCurrentFrame()}</b>;',
    ],
    [
      "React",
      "export default () => <React.Fragment/>;",
      'import React from "react";\nexport default () => <React.Fragment/>;',
    ],
    [
      "a slip of the pen",
      'import { useCurrentFrames } from "remotion"; export default () => <b>{useCurrentFrames()}</b>;',
      'import { useCurrentFrame as useCurrentFrames } from "remotion"; export default () => <b>{useCurrentFrames()}</b>;',
    ],
    [
      "a name from the wrong module",
      'import { random, useState } from "react"; export default () => <b>{random(1)}{useState(1)[0]}</b>;',
      'import { random } from "remotion";\nimport {  useState } from "react"; export default () => <b>{random(1)}{useState(1)[0]}</b>;',
    ],
    [
      "a misspelled module",
      'import { random } from "remotoin"; export default () => <b>{random(1)}</b>;',
      'import { random } from "remotion"; export default () => <b>{random(1)}</b>;',
    ],
    [
      "the whole module by default",
      'import R from "remotion"; export default () => <b>{R.random(1)}</b>;',
      'import * as R from "remotion"; export default () => <b>{R.random(1)}</b>;',
    ],
    [
      "an import that nothing uses",
      'import gsap from "gsap"; export default () => <b/>;',
      "export default () => <b/>;",
    ],
    [
      "a class that only renders",
      'import React from "react"; export default class S extends React.Component<{ t: string }> { render() { return <b>{this.props.t}</b>; } }',
      'import React from "react"; export default function S(props: { t: string }) { return <b>{props.t}</b>; }',
    ],
    [
      "a comment for the bundler",
      "export default () => <b/>; //# sourceMappingURL=/etc/passwd",
      "export default () => <b/>;",
    ],
    ["another JSX runtime", "/** @jsxImportSource preact */ export default () => <b/>;", "export default () => <b/>;"],
  ])("%s", (_, source, expected) => {
    expect(mended(source)).toBe(expected);
    expect(codes(source).every((code) => code.startsWith("("))).toBe(true);
    expect(codes(expected)).toEqual([]);
  });

  test("is said, with what was done", () => {
    const [found] = judged("export const S = () => <b/>;").findings;
    expect(found).toMatchObject({
      mended: true,
      message: "the module has no default export; `export default S` was added",
    });
  });

  test("several things at once, in as many rounds as it takes", () => {
    expect(codes("```\nexport const S = () => <b>{random(1)}</b>;\n```")).toEqual([
      "(source.fenced)",
      "(name.unknown)",
      "(export.missing)",
    ]);
  });
});

describe("what a machine does not mend", () => {
  test.each([
    ["anything, while something else stands against it", "export const S = () => <b>{Math.random()}</b>;"],
    ["which of two components is meant", "export const A = () => <b/>; export const B = () => <i/>;"],
    [
      "a class with state",
      'import React from "react"; export default class S extends React.Component { state = 1; render() { return <b/>; } }',
    ],
    [
      "a class whose render has props of its own",
      'import React from "react"; export default class S extends React.Component { render() { const props = 1; return <b>{props}{this.props.x}</b>; } }',
    ],
    ["a style sheet", 'import "./x.css"; export default () => <b/>;'],
    [
      "a name that is near to two",
      'import { usevideoconfiG, spri } from "remotion"; export default () => <b>{spri}</b>;',
    ],
    ["what is in a fence but no module", "```\nthis is no code\n```"],
  ])("%s", (_, source) => {
    const { source: result, findings } = judged(source);
    expect(result).toBeNull();
    expect(findings.some(({ mended: done }) => !done)).toBe(true);
  });
});
