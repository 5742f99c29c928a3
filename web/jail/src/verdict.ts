/** One check from beginning to end. */
import { hash } from "node:crypto";
import { type Drew, drawFrames } from "./drawing";
import { type Finding, failure } from "./finding";
import { judge } from "./judge";
import { loadBundle } from "./module";
import { Positions } from "./position";
import type { Realm } from "./realm";
import type { CheckRequest } from "./request";

export interface Verdict {
  readonly accepted: boolean;
  readonly findings: readonly Finding[];
  /** For each frame drawn, the SHA-256 of its HTML and how long that is. */
  readonly frames: readonly { readonly frame: number; readonly digest: string; readonly length: number }[];
  readonly ms: number;
}

export async function check(realm: Realm, request: CheckRequest, drew: Drew): Promise<Verdict> {
  const startedAt = performance.now();
  const positions = new Positions(request.bundle);
  realm.guest.prepare(JSON.stringify(videoOf(request)));
  const loaded = await loadBundle(realm, request.bundle, positions, request.timeoutMs);
  const refused = "findings" in loaded ? loaded.findings : noComponent(realm.guest.use(loaded.exported));
  if (refused.length > 0) {
    return verdict(refused, [], startedAt);
  }
  const drawing = drawFrames(realm, request, positions, drew);
  const findings = [...drawing.findings, ...judge(drawing, request, positions)];
  return verdict(findings, drawing.frames, startedAt);
}

function videoOf({ width, height, fps, durationFrames, props }: CheckRequest) {
  return { id: "scene", width, height, fps, durationInFrames: durationFrames, props };
}

function noComponent(found: string): Finding[] {
  if (found === "") {
    return [];
  }
  const what =
    found === "undefined" ? "the module exports nothing by default" : `its default export is of type ${found}`;
  return [failure("render.no-component", what, "write: export default function Scene(props) { return … }")];
}

function verdict(
  findings: readonly Finding[],
  frames: readonly { frame: number; html: string }[],
  startedAt: number,
): Verdict {
  return {
    accepted: !findings.some(({ severity }) => severity === "error"),
    findings,
    frames: frames.map(({ frame, html }) => ({ frame, digest: hash("sha256", html), length: html.length })),
    ms: Math.round((performance.now() - startedAt) * 10) / 10,
  };
}
