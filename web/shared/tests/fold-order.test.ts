/** What the fold makes of events in another order, and of a history that is cut, repeated and mixed at random. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "../src/fold";
import type { Told } from "../src/generated/events";
import { EMPTY, type ProjectState } from "../src/state";
import { made, numbered, scene } from "./events";

const SCENES = ["a", "b", "c"];
const play = (history: readonly Told[], from: ProjectState = EMPTY): ProjectState =>
  numbered(history).reduce(fold, from);
const withoutCursor = (state: ProjectState) => ({ ...state, cursor: null });

/** Everything that can become of one component: it is made, or refused, waits, fails, goes on, is looked at. */
function lifeOf(id: string): readonly Told[] {
  const about = { job: `job_${id}`, scene: id, attempt: 1 };
  const error = {
    code: "model.timeout",
    message: "slow",
    class: "passing",
    step: "generate",
    attempt: 1,
    findings: [],
  };
  return [
    ...made(id).slice(0, 2),
    { type: "job.retry.scheduled", ...about, step: "generate", next_retry_at: "soon", reason: "slow" },
    { type: "job.failed", ...about, error, last_successful_step: null, recovery: ["resume"] } as unknown as Told,
    { type: "job.resumed", ...about, step: "generate" } as unknown as Told,
    ...made(id).slice(1, 5),
    { type: "component.build.error", ...about, step: "build", percent: 44, findings: [] },
    { type: "component.repair.start", ...about, step: "repair", percent: 45 } as unknown as Told,
    { type: "component.repair.complete", ...about, step: "repair", percent: 46 } as unknown as Told,
    ...made(id).slice(4, -1),
    { type: "component.inspect.start", ...about, step: "inspect", percent: 100 } as unknown as Told,
    {
      type: "component.inspect.complete",
      ...about,
      step: "inspect",
      percent: 100,
      revision: `r_${id}`,
      stills: [],
      findings: [],
    } as unknown as Told,
    { type: "job.complete", job: about.job, status: "completed" },
    { type: "scene.updated", scene: scene(id, { name: `${id} renamed` }) },
  ];
}

/** The lives of all scenes, each in its own order, between one another as the numbers say. */
function mixed(turns: readonly number[]): readonly Told[] {
  const left = SCENES.map((id) => [...lifeOf(id)]);
  const history: Told[] = [];
  for (let turn = 0; left.some((life) => life.length > 0); turn += 1) {
    const waiting = left.filter((life) => life.length > 0);
    history.push(waiting[(turns[turn % turns.length] ?? 0) % waiting.length]?.shift() as Told);
  }
  return history;
}

const mixes = fc.array(fc.nat(20), { minLength: 1, maxLength: 60 }).map(mixed);

test("events of different scenes in any order give the same state", () => {
  const inTurn = withoutCursor(play(SCENES.flatMap(lifeOf)));
  fc.assert(
    fc.property(mixes, (history) => {
      expect(withoutCursor(play(history))).toEqual(inTurn);
    }),
  );
});

test("two neighbours of different scenes may change places", () => {
  fc.assert(
    fc.property(mixes, fc.nat(), (history, place) => {
      const at = place % (history.length - 1);
      const [one, other] = [history[at] as Told, history[at + 1] as Told];
      fc.pre(aboutOf(one) !== aboutOf(other));
      const swapped = [...history.slice(0, at), other, one, ...history.slice(at + 2)];
      expect(play(swapped)).toEqual(play(history));
    }),
  );
});

test("any stretch of any mix heard again, from any place on, changes nothing", () => {
  fc.assert(
    fc.property(mixes, fc.nat(), fc.nat(), (history, from, to) => {
      const heard = numbered(history).filter(({ cursor }) => cursor !== null);
      const cut = to % (heard.length + 1);
      const end = heard.reduce(fold, EMPTY);
      const returned = heard.slice(0, cut).reduce(fold, EMPTY);
      expect(heard.slice(Math.min(cut, from % (heard.length + 1))).reduce(fold, returned)).toEqual(end);
    }),
  );
});

function aboutOf(told: Told): string {
  const job = "job" in told && told.job != null ? told.job.replace("job_", "") : "";
  return told.type === "scene.updated" ? told.scene.id : job;
}
