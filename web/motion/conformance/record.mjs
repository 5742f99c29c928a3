/**
 * Asks the npm package `remotion` and writes what it answers on standard output, one question a line:
 * `record.mjs functions|timeline FOLDER SEED TIMES`. It is run by `python3 run.py drill motion`, on scratch folders in
 * which the package is installed (for the timeline together with its player, which draws single frames); nothing
 * of ours imports it.
 */
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { answer } from "./answers.mjs";
import { played } from "./played.mjs";
import { questions } from "./questions.mjs";

const [part, folder, seed, times] = process.argv.slice(2);
const require = createRequire(pathToFileURL(`${folder}/record.cjs`));
const { timeline, ...functions } = questions(Number(seed), Number(times));

const lines = [{ part, version: require("remotion/package.json").version, seed: Number(seed), times: Number(times) }];
if (part === "timeline") {
  const draw = played(require);
  for (const question of timeline) {
    lines.push(["timeline", question, await draw(question)]);
  }
} else {
  const runtime = require("remotion");
  for (const [kind, list] of Object.entries(functions)) {
    lines.push(...list.map((question) => [kind, question, answer(kind, question, runtime)]));
  }
}
process.stdout.write(`${lines.map((line) => JSON.stringify(line)).join("\n")}\n`, () => process.exit(0));
