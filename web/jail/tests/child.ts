/** A real check child, built from the sources. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { buildCheck } from "../build/check.mjs";
import type { Verdict } from "../src/verdict";
import { bundled } from "./bundled";

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const REQUEST = { props: {}, width: 640, height: 360, fps: 30, durationFrames: 90, frames: [0, 30, 60, 89] };
const folder = mkdtempSync(join(tmpdir(), "check-"));
const script = join(folder, "check.mjs");

/** Builds the child; for beforeAll, which calls what it gives at the end. */
export async function prepareChild(): Promise<() => void> {
  await buildCheck(script);
  return () => rmSync(folder, { recursive: true });
}

/** What the child says of a source in TSX. */
export async function checked(source: string, more: object = {}): Promise<Verdict> {
  const { stdout, stderr } = await talk(`${JSON.stringify({ ...REQUEST, bundle: await bundled(source), ...more })}\n`);
  const [ready, ...said] = stdout.trim().split("\n");
  const verdict = said.at(-1);
  if (ready !== '{"ready":true}' || verdict === undefined) {
    throw new Error(`the child said ${stdout}${stderr}`);
  }
  return JSON.parse(verdict) as Verdict;
}

/** Gives the child some input and hears it out. */
export async function talk(input: string): Promise<Ended> {
  const flags = ["--permission", `--allow-fs-read=${script}`, "--experimental-vm-modules", "--no-warnings"];
  const child = spawn(process.execPath, [...flags, "--disallow-code-generation-from-strings", script], {
    env: { OPENSSL_CONF: "/dev/null" },
  });
  child.stdin.end(input);
  const ended = once(child, "close");
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [code] = (await ended) as [number | null];
  return { code, stdout, stderr };
}
