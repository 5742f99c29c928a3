/** The steps of a component job. */
import type { About } from "./about";
import { inJob, isCurrent, settled } from "./in-job";
import { withPiece } from "./live-text";
import { never } from "./never";
import type { JobState, LiveCode, LiveProgress, Phase, ProjectState } from "./state";

type ComponentTold = About<"component">;

export function foldComponent(state: ProjectState, told: ComponentTold): ProjectState {
  switch (told.type) {
    case "component.queued":
      return changed(state, told, { turn: told.turn ?? null });
    case "component.generate.start":
    case "component.build.start":
    case "component.validate.start":
    case "component.repair.start":
      return changed(state, told, { ...inStep(told, "working"), error: null });
    case "component.generate.complete":
    case "component.repair.complete":
      return changed(state, told, inStep(told, "done"));
    case "component.build.complete":
    case "component.validate.complete":
      return changed(state, told, { ...inStep(told, "done"), findings: told.findings });
    case "component.build.error":
    case "component.validate.error":
      return changed(state, told, { ...inStep(told, "refused"), findings: told.findings });
    case "component.publish.complete":
      return changed(state, told, { ...inStep(told, "done"), findings: told.findings, shown: told.shown });
    case "component.inspect.start":
      return changed(state, told, inStep(told, "working"));
    case "component.inspect.complete":
      return seen(changed(state, told, inStep(told, "done")), told);
    case "component.generate.progress":
      return isCurrent(state.jobs[told.job ?? ""], told, told.percent)
        ? inJob(state, told, {}, { live: written(told, state.jobs[told.job ?? ""]?.live?.code) })
        : state;
    case "component.validate.progress":
      return isCurrent(state.jobs[told.job ?? ""], told, told.percent)
        ? inJob(state, told, {}, { live: { percent: told.percent, stage: stageOf(told) } })
        : state;
    default:
      return never(told);
  }
}

type Written = Extract<ComponentTold, { type: "component.generate.progress" }>;

function written(told: Written, code: LiveCode | undefined): LiveProgress {
  const stage = `${told.characters.toLocaleString()} characters`;
  return { percent: told.percent, stage, code: withPiece(code ?? { text: "", length: 0 }, told) };
}

function stageOf({ gate, done, of }: Extract<ComponentTold, { type: "component.validate.progress" }>): string {
  return gate === "render" ? `drawing frame ${done} of ${of}` : GATES[gate];
}

const GATES = { parse: "reading the code", bundle: "bundling", types: "looking at the types" } as const;

/** What was seen joins what was found before; the pictures are kept by the revision they show. */
function seen(state: ProjectState, told: Extract<ComponentTold, { type: "component.inspect.complete" }>): ProjectState {
  const job = state.jobs[told.job ?? ""];
  const before = (job?.findings ?? []).filter(({ code }) => !code.startsWith("pixels."));
  const looked = inJob(state, told, {}, { findings: [...before, ...told.findings] });
  return { ...looked, stills: { ...looked.stills, [told.revision]: told.stills } };
}

function changed(state: ProjectState, told: ComponentTold, change: Partial<JobState>): ProjectState {
  const { scene, percent } = told;
  const begun = { kind: "component", scene, created_at: told.at ?? "" } as const;
  return inJob(state, told, begun, { ...settled(told), kind: "component", scene, percent, ...change });
}

function inStep(told: ComponentTold, phase: Phase): Partial<JobState> {
  return { status: "running", step: told.type.split(".")[1] ?? null, phase };
}
