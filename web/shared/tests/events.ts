/** Histories for the tests of the fold. */
import type { Heard } from "../src/fold";
import type { JobView, Scene, Snapshot, Told } from "../src/generated/events";

export const VIDEO = {
  name: "Nimbus",
  width: 1280,
  height: 720,
  fps: 30,
  background: "#0b1021",
  palette: [],
  style: "",
} as const;

export const SNAPSHOT: Snapshot & { type: "snapshot" } = {
  type: "snapshot",
  project: "project_1",
  seq: 3,
  video: VIDEO,
  scenes: [],
  messages: [],
  jobs: [],
  model: { provider: "demo composer", model: "demo", demo: true },
  history: {},
  assets: [],
  asset_root: "",
  stills: {},
};

export function scene(id: string, change: Partial<Scene> = {}): Scene {
  return {
    id,
    name: `Scene ${id}`,
    description: "",
    duration_frames: 90,
    transition: "cut",
    props: {},
    generation: 1,
    ...change,
  };
}

export function jobView(id: string, change: Partial<JobView> = {}): JobView {
  const view = { project: "project_1", kind: "component", status: "running", attempt: 1, percent: 0 } as const;
  return { id, ...view, retry_count: 0, created_at: "", recovery: [], ...change };
}

/** Numbers the stored events of a history from 1; live updates get no number. */
export function numbered(history: readonly Told[]): readonly Heard[] {
  let seq = 0;
  return history.map((told) => ({ told, cursor: LIVE.has(told.type) ? null : { epoch: "e", seq: ++seq } }));
}

const LIVE = new Set<Told["type"]>([
  "message.delta",
  "component.generate.progress",
  "component.validate.progress",
  "job.progress",
]);
const TURN = { job: "turn" } as const;

/** The steps of one component's job, from queued to shown. */
export function made(id: string): readonly Told[] {
  const about = { job: `job_${id}`, scene: id, attempt: 1 };
  return [
    { type: "component.queued", job: about.job, turn: "turn", scene: id, percent: 0 },
    { type: "component.generate.start", ...about, step: "generate", percent: 5 },
    {
      type: "component.generate.progress",
      ...about,
      step: "generate",
      percent: 20,
      characters: 6,
      offset: 0,
      text: "export",
    },
    {
      type: "component.generate.progress",
      ...about,
      step: "generate",
      percent: 22,
      characters: 9,
      offset: 6,
      text: " {}",
    },
    { type: "component.generate.complete", ...about, step: "generate", percent: 40 },
    { type: "component.build.start", ...about, step: "build", percent: 44 },
    { type: "component.build.complete", ...about, step: "build", percent: 52, bundle: `b_${id}`, findings: [] },
    { type: "component.validate.start", ...about, step: "validate", percent: 56 },
    { type: "job.progress", ...about, step: "validate", percent: 60, stage: "frame 2 of 5" },
    { type: "component.validate.complete", ...about, step: "validate", percent: 72, findings: [] },
    { type: "scene.updated", ...TURN, scene: scene(id, { revision: `r_${id}`, bundle: `b_${id}` }) },
    {
      type: "component.publish.complete",
      ...about,
      step: "publish",
      percent: 100,
      revision: `r_${id}`,
      bundle: `b_${id}`,
      shown: true,
      findings: [],
    },
    { type: "job.complete", job: about.job, status: "completed" },
  ];
}

/** One whole turn: a message, an answer in two rounds, a plan of two scenes, and their components. */
export const TURN_HISTORY: readonly Told[] = [
  {
    type: "message.created",
    message: { id: "m1", role: "user", content: "a teaser", done: true, created_at: "", tools: [], attachments: [] },
  },
  {
    type: "message.created",
    message: {
      id: "m2",
      role: "assistant",
      content: "",
      done: false,
      job: "turn",
      created_at: "",
      tools: [],
      attachments: [],
    },
  },
  { type: "job.queued", ...TURN, kind: "turn" },
  { type: "message.delta", ...TURN, message: "m2", round: 0, attempt: 1, offset: 0, text: "I will " },
  { type: "message.delta", ...TURN, message: "m2", round: 0, attempt: 1, offset: 7, text: "plan." },
  { type: "message.reset", ...TURN, message: "m2", round: 0, attempt: 2 },
  { type: "message.delta", ...TURN, message: "m2", round: 0, attempt: 2, offset: 0, text: "Planning" },
  { type: "message.delta", ...TURN, message: "m2", round: 0, attempt: 2, offset: 8, text: " now." },
  { type: "message.complete", ...TURN, message: "m2", content: "Planning now.", round: 0, final: false },
  { type: "tool.start", ...TURN, call: "c1", name: "plan_scenes" },
  { type: "plan.created", ...TURN, title: "Nimbus", scenes: ["a", "b"] },
  { type: "project.updated", ...TURN, video: VIDEO },
  { type: "scene.added", ...TURN, scene: scene("a"), order: ["a"] },
  { type: "scene.added", ...TURN, scene: scene("b"), order: ["a", "b"] },
  ...made("a").slice(0, 4),
  ...made("b").slice(0, 1),
  { type: "tool.complete", ...TURN, call: "c1", name: "plan_scenes", summary: "planned 2 scenes" },
  { type: "message.delta", ...TURN, message: "m2", round: 1, attempt: 1, offset: 0, text: "Both are being made." },
  {
    type: "message.complete",
    ...TURN,
    message: "m2",
    content: "Planning now.\n\nBoth are being made.",
    round: 1,
    final: true,
  },
  { type: "job.complete", ...TURN, status: "completed" },
  ...made("b").slice(1),
  ...made("a").slice(4),
  { type: "scene.moved", scene_id: "b", order: ["b", "a"] },
];
