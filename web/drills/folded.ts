/**
 * Compares what a reader made of its stream with what the committed events make.
 *
 * `node folded.js FOLDER NAME…` prints, as a JSON list, the names whose `NAME.jsonl` and `NAME.stored.jsonl` do not fold
 * to the same state. Live text and percentages are left out: they are true only while they are.
 */
import { readFileSync } from "node:fs";
import { parseCursor } from "../shared/src/cursor";
import { fold } from "../shared/src/fold";
import { EVENT_NAMES, type Told } from "../shared/src/generated/events";
import { EMPTY, type ProjectState } from "../shared/src/state";

const [folder, ...names] = process.argv.slice(2);

function folded(file: string): string {
  const lines = readFileSync(`${folder}/${file}.jsonl`, "utf8").split("\n").filter(Boolean);
  const state = lines.reduce<ProjectState>((known, line) => {
    const { id, type, data } = JSON.parse(line) as { id: string; type: Told["type"]; data: string };
    const cursor = (EVENT_NAMES as readonly string[]).includes(type) ? parseCursor(id) : null;
    return fold(known, { cursor, told: { ...JSON.parse(data), type } as Told });
  }, EMPTY);
  return JSON.stringify(state, (key, value) => (key === "live" ? undefined : value));
}

const different = names.filter((name) => folded(name) !== folded(`${name}.stored`));
process.stdout.write(`${JSON.stringify(different)}\n`);
