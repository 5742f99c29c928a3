import { expect, test } from "vitest";
import { addressOf, routeIn } from "../src/route";
import { byConcern, matter } from "../src/tree/concern";
import { bytes, counted, dollars, lasting } from "../src/words";
import { child, mailbox } from "./told";

test.each([
  [0.0004, "under 1 ms"],
  [0.25, "250 ms"],
  [3.44, "3.4 s"],
  [125, "2 min 5 s"],
  [3 * 3600 + 720, "3 h 12 min"],
  [4 * 86_400, "4 d"],
])("%d seconds are said as %s", (seconds, words) => {
  expect(lasting(seconds)).toBe(words);
});

test("sizes, sums and counts", () => {
  expect([bytes(0), bytes(999), bytes(1_500), bytes(12_000_000)]).toEqual(["0 B", "999 B", "1.5 KB", "12.0 MB"]);
  expect([dollars(null), dollars(0), dollars(0.0031)]).toEqual(["price unknown", "$0", "$0.00310"]);
  expect([counted(1, "job"), counted(1_200, "job")]).toEqual(["1 job", "1,200 jobs"]);
});

test("an address says the page, the thing and the filters, and is read back", () => {
  const address = addressOf("actors", "build_worker/1", { text: "a b", none: "" });
  expect(address).toBe("#/actors/build_worker%2F1?text=a+b");
  const { page, name, query } = routeIn(address);
  expect([page, name, query.get("text")]).toEqual(["actors", "build_worker/1", "a b"]);
  expect(routeIn("").page).toBe("tree");
});

test("what is bad floats up, and the rest keeps its order", () => {
  const fallen = child("fallen");
  const children = [
    child("a"),
    child("slow", { in_hand: [{ seq: 1, label: "Perform", since: 0, sender: null, job: null }] }),
    child("stuck", { health: "stuck" }),
    { ...fallen, policy: { ...fallen.policy, in_window: 1, sentence: "1 of 5 in 30 s" } },
    child("b"),
  ];
  expect(byConcern(children, new Map(), 50).map(({ name }) => name)).toEqual(["stuck", "slow", "fallen", "a", "b"]);
});

test("what is the matter is said in words", () => {
  expect(matter(child("a"), mailbox("a"), 0)).toBe("");
  expect(matter(child("a", { restart_due: 12 }), undefined, 10)).toBe("comes back in 2.0 s");
  expect(matter(child("a"), mailbox("a", 0, { suspended: true }), 0)).toContain("suspended");
  expect(matter(child("a", { health: "stuck" }), undefined, 0)).toContain("longer than it may be");
});
