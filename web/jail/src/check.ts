/**
 * The render check: a child process that draws one component at a few frames and says what it found.
 *
 * It loads everything, writes {"ready":true}, waits for one line of JSON (request.ts), writes how many frames are
 * drawn, a line for each, then one line of JSON (verdict.ts), and ends; it also ends when its input does. Endless loops that no time limit of its own stops,
 * and memory, are for the parent to end: it kills this process.
 */
import { Buffer } from "node:buffer";
import { writeSync } from "node:fs";
import { Realm } from "./realm";
import { readRequest } from "./request";
import { seal } from "./seal";
import { check } from "./verdict";

const { stdin } = process;
const exit = process.exit.bind(process);
const STDOUT = 1;
const STDERR = 2;
const BAD_REQUEST = 2;

// A promise that the guest leaves rejected is none of what it draws.
process.on("unhandledRejection", () => undefined);

const realm = new Realm();
const chunks: Buffer[] = [];
stdin.on("data", (chunk: Buffer) => {
  chunks.push(chunk);
  if (chunk.includes("\n")) {
    stdin.removeAllListeners("end").pause();
    void answer(Buffer.concat(chunks).toString("utf8"));
  }
});
stdin.on("end", () => exit(0));
say(STDOUT, '{"ready":true}');

async function answer(line: string): Promise<void> {
  try {
    const request = readRequest(line);
    seal();
    say(STDOUT, JSON.stringify(await check(realm, request, tell)));
    exit(0);
  } catch (error) {
    say(STDERR, error instanceof Error ? error.message : "the check failed");
    exit(BAD_REQUEST);
  }
}

/** How far it is: for whoever watches, and no part of the verdict. */
function tell(drawn: number, of: number): void {
  say(STDOUT, `{"drawn":${drawn},"of":${of}}`);
}

/** Writes all of a line, also to a pipe that takes it in parts. */
function say(stream: number, line: string): void {
  let rest = Buffer.from(`${line}\n`);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(stream, rest));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EAGAIN") {
        throw error;
      }
    }
  }
}
