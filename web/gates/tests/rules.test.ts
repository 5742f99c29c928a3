import { describe, expect, test } from "vitest";
import { judge } from "../src/policy/judge";
import { codes, judged } from "./judged";

const within = (body: string) => `export default function Scene(props: any) { ${body} }`;
const drawing = (jsx: string) => within(`return ${jsx};`);

describe("what is within the contract", () => {
  test.each([
    'import React, { type FC, useState } from "react"; import type { X } from "x"; const S: FC<X> = () => <b/>; export default S;',
    'import * as M from "remotion"; export default () => <M.AbsoluteFill>{M.random(1)}</M.AbsoluteFill>;',
    'import { memo } from "react"; const S = memo(() => <b/>); S.displayName = "S"; export default S;',
    "const dots: number[] = []; for (let i = 0; i < 9; i++) { dots.push(i); } export default () => <b>{dots}</b>;",
    "const S = () => <b/>; export { S as default }; export const Other = () => <i/>;",
    within("const fetch = (x: number) => x; return <b>{fetch(1)}{typeof window}{new Date(0).getFullYear()}</b>;"),
    '"use client"; export default () => <b title="Math.random() fetch(1) import(2)">{`window`}</b>;',
    within("const { useState } = { useState: 1 }; return <b>{useState}</b>;"),
    within("type A<T> = T extends infer U ? U : never; const a: A<1> = 1; return <b>{a satisfies number}</b>;"),
    drawing('<b style={{ animation: "none" }}/>'),
  ])("%s", (source) => {
    expect(judged(source)).toMatchObject({ findings: [], source: null });
  });
});

describe("what stands against a source", () => {
  test.each([
    ["export default () => <p>;", "syntax.invalid"],
    ["export default () => { const a = 1; const a = 2; return <b/>; }", "syntax.invalid"],
    ['import fs from "fs"; export default () => <b>{fs.x}</b>;', "import.forbidden"],
    ['import "./style.css"; export default () => <b/>;', "import.forbidden"],
    ['export * from "x"; export default () => <b/>;', "import.forbidden"],
    ['export { x } from "x"; export default () => <b/>;', "import.forbidden"],
    ['import { Zebra } from "remotion"; export default () => <Zebra/>;', "import.unknown-name"],
    ['import React from "react"; export default () => <React.Zebra/>;', "import.unknown-name"],
    ['import * as M from "remotion"; export default () => <b>{M.zebra}</b>;', "import.unknown-name"],
    ['import M from "remotion"; export default () => <M/>;', "import.unknown-name"],
    [within('import("x"); return <b/>;'), "import.dynamic"],
    [within('return <b>{require("x")}</b>;'), "import.dynamic"],
    [within("return <b>{import.meta.url}</b>;"), "import.dynamic"],
    ['import x = require("x"); export default () => <b/>;', "import.dynamic"],
    ["exports.default = () => <b/>; export default 1;", "import.dynamic"],
    ["const x = 1;", "export.missing"],
    ["export const A = () => <b/>; export const B = () => <i/>;", "export.missing"],
    [
      "const A = () => <b/>; export default A; export { B as default }; function B() { return <i/>; }",
      "export.multiple",
    ],
    ["export default 3;", "export.not-component"],
    ["export default <b/>;", "export.not-component"],
    ["const S = { a: 1 }; export default S;", "export.not-component"],
    ["export default async () => <b/>;", "export.not-component"],
    ["export default function* S() { yield <b/>; }", "export.not-component"],
    [
      'import { Component } from "react"; export default class S extends Component { state = {}; render() { return <b/>; } }',
      "export.class",
    ],
    [drawing("<b>{zebra}</b>"), "name.unknown"],
    [drawing("<Zebra/>"), "name.unknown"],
    [within('fetch("x"); return <b/>;'), "policy.network"],
    [within("setTimeout(() => 1, 1); return <b/>;"), "policy.timer"],
    [drawing("<b>{performance.now()}</b>"), "policy.clock"],
    [drawing("<b>{Date.now()}</b>"), "policy.clock"],
    [drawing("<b>{new Date().getTime()}</b>"), "policy.clock"],
    [drawing("<b>{Date()}</b>"), "policy.clock"],
    [drawing("<b>{Math.random()}</b>"), "policy.chance"],
    [drawing('<b>{Math["random"]()}</b>'), "policy.chance"],
    [within("const { random } = Math; return <b>{random()}</b>;"), "policy.chance"],
    [drawing("<b>{crypto.randomUUID()}</b>"), "policy.chance"],
    [drawing('<b>{localStorage.getItem("x")}</b>'), "policy.storage"],
    [drawing('<b>{String(new Worker("x"))}</b>'), "policy.worker"],
    [drawing("<b>{document.title}</b>"), "policy.page"],
    [drawing("<b>{globalThis.x}</b>"), "policy.page"],
    [drawing('<b>{eval("1")}</b>'), "policy.code"],
    [drawing('<b>{new Function("return 1")()}</b>'), "policy.code"],
    [drawing('<b>{props.constructor("x")}</b>'), "policy.code"],
    [drawing('<b>{props["__proto__"]}</b>'), "policy.code"],
    ["console.log(1); export default () => <b/>;", "policy.side-effect"],
    ["const x = await 1; export default () => <b>{x}</b>;", "policy.side-effect"],
    ["let n = 0; export default () => { n += 1; return <b>{n}</b>; };", "policy.shared-state"],
    [drawing('<iframe src="x"/>'), "policy.element"],
    [drawing("<b dangerouslySetInnerHTML={{ __html: props.x }}/>"), "policy.raw-html"],
    [drawing('<b style={{ transition: "all 1s" }}/>'), "style.animation"],
    ['import { useEffect } from "react"; export default () => { useEffect(() => {}); return <b/>; };', "hooks.effect"],
    [
      'import { useCurrentFrame } from "remotion"; export default ({ x }: any) => { if (x) { useCurrentFrame(); } return <b/>; };',
      "hooks.conditional",
    ],
    [
      'import { useMemo } from "react"; export default () => <b>{[1].map((n) => useMemo(() => n, [n]))}</b>;',
      "hooks.conditional",
    ],
    [
      'import { useState } from "react"; const [x] = useState(1); export default () => <b>{x}</b>;',
      "hooks.conditional",
    ],
  ])("%s: %s", (source, code) => {
    expect(codes(source)).toContain(code);
  });

  test("is told with its place and, where a name is near, with that name", () => {
    const [found] = judged(
      'import {\n  Zebra, interpolateX,\n} from "remotion";\nexport default () => <Zebra a={interpolateX}/>;',
    ).findings;
    expect(found).toMatchObject({ code: "import.unknown-name", line: 2, column: 3, mended: false });
    expect(judged(drawing("<b>{prosp.x}</b>")).findings[0]?.hint).toBe("");
    expect(judged("const colour = 1; export default () => <b>{color}</b>;").findings[0]?.hint).toBe(
      "did you mean colour?",
    );
  });

  test("of fonts, says which families there are; of names that nothing needs, how to do without", () => {
    const contract = { react: ["jsx"], remotion: ["spring"], "@remotion/google-fonts/Inter": ["loadFont"] };
    const hints = (source: string) => judge(source, contract).findings.map(({ hint }) => hint);
    const scene = "export default () => <b>{String(x)}</b>;";
    expect(hints(`import { loadFont as x } from "@remotion/google-fonts/Bungee"; ${scene}`)).toEqual([
      "use a family that is there: @remotion/google-fonts/ and one of Inter",
    ]);
    expect(hints(`import { x } from "lodash"; ${scene}`)).toEqual([
      "import only from react, remotion, @remotion/google-fonts/…",
    ]);
    expect(hints(`import { Composition as x } from "remotion"; ${scene}`)[0]).toContain("leave it out");
    expect(hints(`import { getInputProps as x } from "remotion"; ${scene}`)[0]).toContain("take props");
  });

  test("a font may be loaded at the top, and nothing else that is imported may be called there", () => {
    const contract = { remotion: ["random"], "@remotion/google-fonts/Inter": ["loadFont"] };
    const found = (imported: string, call: string) =>
      judge(`import { ${call.split("(")[0]} } from "${imported}"; ${call}; export default () => <b/>;`, contract)
        .findings;
    expect(found("@remotion/google-fonts/Inter", 'loadFont("normal")')).toEqual([]);
    expect(found("remotion", "random(1)")).toMatchObject([{ code: "policy.side-effect" }]);
  });

  test("a name that several modules have is moved to none of them", () => {
    const fonts = { "@remotion/google-fonts/Inter": ["loadFont"], "@remotion/google-fonts/Lora": ["loadFont"] };
    const source =
      'import { loadFont } from "remotion"; const { fontFamily } = loadFont(); export default () => <b style={{ fontFamily }}/>;';
    expect(judge(source, { remotion: ["spring"], ...fonts }).findings).toMatchObject([{ mended: false }]);
  });

  test("a tree too deep to walk is refused and does not end the checker", () => {
    expect(codes(drawing(`<b>{${"1+".repeat(20_000)}1}</b>`))).toEqual(["source.too-deep"]);
  });
});
