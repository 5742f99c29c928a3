/** One line of JSON in, one line of JSON out, for as long as the input is open. */
import { createInterface } from "node:readline";

export function serve(answer: (request: Record<string, unknown>) => unknown): void {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  lines.on("line", (line) => {
    say(answer(Object(JSON.parse(line)) as Record<string, unknown>));
  });
  lines.on("close", () => process.exit(0));
  say({ ready: true });
}

function say(reply: unknown): void {
  process.stdout.write(`${JSON.stringify(reply)}\n`);
}
