/** Recorded answers against those of another runtime. */
import { answer } from "./answers.mjs";
import { mostOff, reasonFor } from "./differences.mjs";

/** By kind: how many were asked, how many of them may differ (differences.mjs), and those that differ and may not. */
export function compare(text, runtime, draw) {
  const byKind = {};
  for (const [kind, question, theirs] of linesOf(text)) {
    byKind[kind] ??= { asked: 0, excused: 0, different: [] };
    const told = byKind[kind];
    told.asked += 1;
    const ours = plain(answer(kind, question, runtime, draw));
    if (reasonFor(kind, question) !== undefined) {
      told.excused += 1;
    } else if (!isNear(theirs, ours, mostOff(kind, question))) {
      told.different.push({ question, theirs, ours });
    }
  }
  return byKind;
}

/** The questions and answers; the lines that say where they are from are left out. */
function linesOf(text) {
  const lines = text.trim().split("\n");
  return lines.map((line) => JSON.parse(line)).filter(Array.isArray);
}

/** As it would be read back: what is no number is null. */
function plain(value) {
  return JSON.parse(JSON.stringify(value));
}

const NUMBER = /-?\d+(\.\d+)?(e-?\d+)?/g;

/** Of texts, the numbers in them. */
function isNear(one, other, most) {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, index) => isNear(each, other[index], most));
  }
  if (typeof one === "number" && typeof other === "number") {
    return Math.abs(one - other) <= most * Math.max(1, Math.abs(one));
  }
  if (typeof one === "string" && typeof other === "string") {
    const numbers = (text) => (text.match(NUMBER) ?? []).map(Number);
    return one.replace(NUMBER, "#") === other.replace(NUMBER, "#") && isNear(numbers(one), numbers(other), most);
  }
  return one === other;
}
