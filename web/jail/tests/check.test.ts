import { beforeAll, describe, expect, test } from "vitest";
import { bundled } from "./bundled";
import { checked, prepareChild, talk } from "./child";

beforeAll(prepareChild);

const MOVING = `
import { AbsoluteFill, useCurrentFrame, useVideoConfig } from "remotion";
export default function Scene({ title = "Hello" }: { title?: string }) {
  const frame = useCurrentFrame();
  const { durationInFrames } = useVideoConfig();
  return <AbsoluteFill style={{ left: frame }}>{title} {frame} of {durationInFrames}</AbsoluteFill>;
}`;

const scene = (body: string) => `
import { useCurrentFrame, AbsoluteFill } from "remotion";
export default function Scene(props) {
  const frame = useCurrentFrame();
  ${body}
}`;

async function findings(source: string, more: object = {}) {
  return (await checked(source, more)).findings;
}

describe("a component that draws", () => {
  test("is accepted, with a digest for each frame", async () => {
    const verdict = await checked(MOVING);
    expect(verdict).toMatchObject({ accepted: true, findings: [] });
    expect(verdict.frames.map(({ frame }) => frame)).toEqual([0, 30, 60, 89]);
    expect(new Set(verdict.frames.map(({ digest }) => digest)).size).toBe(4);
    expect(verdict.frames[0]?.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(verdict.ms).toBeGreaterThan(0);
  });

  test("is told of frame by frame, and then judged", async () => {
    const request = {
      width: 64,
      height: 36,
      fps: 30,
      durationFrames: 9,
      frames: [0, 8],
      bundle: await bundled(MOVING),
    };
    const { stdout } = await talk(`${JSON.stringify(request)}\n`);
    const lines = stdout.trim().split("\n");
    expect(lines.slice(1, -1)).toEqual([1, 2, 3, 4].map((n) => `{"drawn":${n},"of":${n > 2 ? 4 : 2}}`));
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ accepted: true });
  });

  test("gets its props", async () => {
    const [plain, titled] = [await checked(MOVING), await checked(MOVING, { props: { title: "Other title" } })];
    expect(titled.frames[0]?.length).toBe((plain.frames[0]?.length ?? 0) + "Other title".length - "Hello".length);
  });

  test("may use hooks, memo and state of React", async () => {
    const source = `
      import React, { memo, useMemo, useState, useEffect } from "react";
      import { useCurrentFrame } from "remotion";
      const Part = memo(({ n }) => <b>{n}</b>);
      export default function Scene() {
        const [start] = useState(3);
        const frame = useCurrentFrame();
        useEffect(() => undefined, []);
        return <React.Fragment><Part n={useMemo(() => frame + start, [frame])} /></React.Fragment>;
      }`;
    expect(await findings(source)).toEqual([]);
  });
});

describe("a component that draws in pieces", () => {
  test("is looked at around the edges of its sequences, also of those that are computed and nested", async () => {
    const source = `
      import { Sequence, Series, useCurrentFrame, useVideoConfig } from "remotion";
      const Part = () => <b>{useCurrentFrame()}</b>;
      export default function Scene() {
        const { fps } = useVideoConfig();
        return <i><Part /><Sequence from={fps * 0.5} durationInFrames={25}><Part /></Sequence>
          <Series><Series.Sequence durationInFrames={70}><Part /></Series.Sequence></Series></i>;
      }`;
    const { frames, findings: found } = await checked(source);
    expect(found).toEqual([]);
    expect(new Set(frames.map(({ frame }) => frame))).toEqual(new Set([0, 14, 15, 30, 39, 40, 60, 69, 70, 89]));
  });

  test("is told the error of a frame that only an edge leads to", async () => {
    const source = scene(`if (frame === 15) { throw new Error("edge"); }
      return <b>{frame}<Sequence from={15} durationInFrames={20}>x</Sequence></b>;`).replace(
      "AbsoluteFill",
      "Sequence",
    );
    expect(await findings(source)).toEqual([expect.objectContaining({ code: "render.threw", frame: 15 })]);
  });
});

describe("a component of which React warns", () => {
  test("is told so, with the line of the element's owner", async () => {
    const found = await findings(scene("return <ul>{[1, 2].map((n) => <li className={String(frame)}>{n}</li>)}</ul>;"));
    expect(found).toEqual([expect.objectContaining({ code: "render.keys", severity: "warning", line: 5 })]);
  });

  test("is not told what it says itself", async () => {
    expect(await findings(scene('console.error("hello"); console.log(1); return <b>{frame}</b>;'))).toEqual([]);
  });
});

describe("a component that throws", () => {
  test("is told the frame, the message and the line in its source", async () => {
    const found = await findings(
      scene('if (frame >= 60) throw new Error("no data at " + 60);\n  return <b>{frame}</b>;'),
    );
    expect(found).toEqual([
      expect.objectContaining({
        code: "render.threw",
        severity: "error",
        message: "Error: no data at 60",
        frame: 60,
        line: 5,
      }),
    ]);
  });

  test("is told what a page has and a frame has not", async () => {
    const [found] = await findings(scene("return <b>{window.innerWidth}</b>;"));
    expect(found).toMatchObject({ code: "render.threw", message: "ReferenceError: window is not defined" });
    expect(found?.hint).toContain("there is no page, network or timer");
  });

  test("is heard in the whole words of React and of the motion runtime", async () => {
    const [invalid] = await findings(scene("const Missing = props.none; return <Missing />;"));
    expect(invalid?.message).toContain("Element type is invalid: expected a string");
    const wrong =
      'import { interpolate } from "remotion"; export default () => <b>{interpolate(1, [0, 0], [0, 1])}</b>;';
    expect((await findings(wrong))[0]?.message).toContain("each stop must be above the one before it");
  });

  test("may throw anything at all", async () => {
    expect((await findings(scene('throw "only text";')))[0]?.message).toBe("Error: only text");
    expect((await findings(scene("throw null;")))[0]?.message).toBe("Error: null");
    expect((await findings(scene("throw Object.create(null);")))[0]?.message).toContain(
      "something that cannot be shown was thrown",
    );
  });

  test("may recurse without an end, and throw more than anybody reads", async () => {
    expect((await findings(scene("return <b>{(function f() { return f() + 1; })()}</b>;")))[0]?.message).toMatch(
      /call stack/,
    );
    expect((await findings(scene('throw new Error("x".repeat(1e6));')))[0]?.message.length).toBeLessThan(3_000);
  });

  test("is not harmed by a promise that it leaves rejected", async () => {
    const { accepted } = await checked(`Promise.reject(new Error("late")); await null; ${MOVING}`);
    expect(accepted).toBe(true);
  });

  test("is told so when already its module does", async () => {
    const [found] = await findings("\nnull.x;\nexport default () => null;");
    expect(found).toMatchObject({ code: "render.threw", frame: null, line: 2 });
    expect(found?.message).toContain("the module cannot be loaded: TypeError");
  });
});

describe("a bundle outside the contract", () => {
  test("is told which import it cannot have", async () => {
    const [found] = await findings('import fs from "node:fs"; export default () => <b>{fs}</b>;');
    expect(found).toMatchObject({
      code: "render.import",
      message: 'it imports "node:fs", which a component cannot have',
    });
  });

  test("is told all missing names at once, with the nearest there is", async () => {
    const source =
      'import { AbsolutFill, interpolateColor, Zzzzzz } from "remotion"; import { useSate } from "react";\n';
    const found = await findings(`${source}export default () => [AbsolutFill, interpolateColor, Zzzzzz, useSate];`);
    expect(found.map(({ code }) => code)).toEqual(new Array(4).fill("render.missing-export"));
    const hints = Object.fromEntries(found.map(({ message, hint }) => [message, hint]));
    expect(hints['"remotion" exports no AbsolutFill']).toBe("did you mean AbsoluteFill?");
    expect(hints['"remotion" exports no interpolateColor']).toBe("did you mean interpolateColors?");
    expect(hints['"remotion" exports no Zzzzzz']).toContain("remotion has: AbsoluteFill, Audio, Easing");
    expect(hints['"react" exports no useSate']).toBe("did you mean useState?");
  });

  test("does not get what only React's development build has", async () => {
    const [found] = await findings('import { act } from "react"; export default () => <b>{act}</b>;');
    expect(found?.message).toBe('"react" exports no act');
  });

  test.each([
    ["export const a = 1;", "the module exports nothing by default"],
    ["export default 3;", "its default export is of type number"],
    ["export default <b />;", "its default export is of type object"],
  ])("is told that it has no component: %s", async (source, message) => {
    expect(await findings(source)).toEqual([expect.objectContaining({ code: "render.no-component", message })]);
  });

  test("is told that it cannot be parsed", async () => {
    const { findings: found } = await checked("", { bundle: "export default (;" });
    expect(found[0]).toMatchObject({ code: "render.threw", frame: null });
    expect(found[0]?.message).toContain("SyntaxError");
  });
});

describe("a loop without an end", () => {
  test("ends with the frame named", async () => {
    const found = await findings(scene("while (frame === 30) {} return <b>{frame}</b>;"), { timeoutMs: 500 });
    expect(found).toEqual([expect.objectContaining({ code: "render.timeout", frame: 30 })]);
  });

  test.each(["for (;;) {}", "await new Promise(() => undefined);"])("ends while the module loads: %s", async (code) => {
    const found = await findings(`${code} export default () => null;`, { timeoutMs: 500 });
    expect(found).toEqual([expect.objectContaining({ code: "render.timeout", frame: null })]);
  });
});

describe("the child", () => {
  test("ends by itself when its input does", async () => {
    expect(await talk("")).toEqual({ code: 0, stdout: '{"ready":true}\n', stderr: "" });
  });

  test.each([
    ["{}", "the field bundle of the request is not usable; give the text of an ES module"],
    ['{"bundle":"","width":0}', "the field width of the request is not usable"],
    ['{"bundle":"","props":[]}', "the field props of the request is not usable; give an object"],
    ['{"bundle":"","width":1,"height":1,"fps":1,"durationFrames":1,"frames":[]}', "the field frames"],
    ["nonsense", "not valid JSON"],
  ])("refuses the request %s", async (line, message) => {
    const { code, stderr } = await talk(`${line}\n`);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });

  test("takes a large bundle and gives a large verdict", async () => {
    const verdict = await checked(`${MOVING}\nexport const padding = "${"x".repeat(400_000)}";`);
    expect(verdict.accepted).toBe(true);
    expect((await bundled(MOVING)).length).toBeGreaterThan(500);
  });
});
