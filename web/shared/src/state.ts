/** What the page knows of a project: everything in it is made by the fold, from events alone. */
import type { Cursor } from "./cursor";
import type {
  Asset,
  Finding,
  History,
  JobView,
  JsonValue,
  MessageView,
  Scene,
  Snapshot,
  Still,
  Video,
} from "./generated/events";

/** Text of the round that is being written now; `message.complete` replaces it by the stored text. */
export interface LiveText {
  readonly round: number;
  readonly attempt: number;
  readonly text: string;
  /** In characters, of which a surrogate pair is one. */
  readonly length: number;
}

/** The code of the attempt that is being written now, as far as it has come. */
export interface LiveCode {
  readonly text: string;
  /** In characters, as of LiveText. */
  readonly length: number;
}

export interface LiveProgress {
  readonly percent: number;
  readonly stage: string;
  readonly code?: LiveCode | undefined;
}

export interface MessageState extends MessageView {
  readonly live: LiveText | null;
  /** Rounds up to this one are stored: what still comes of them is late. */
  readonly closedRound: number;
}

/** Where the current step of a job stands. */
export type Phase = "waiting" | "working" | "done" | "refused";

export interface JobState extends JobView {
  readonly phase: Phase;
  /** What the last check found; of a published component, what was found and does not stand against showing it. */
  readonly findings: readonly Finding[];
  /** What is true only now; dropped at the next stored event of the job. */
  readonly live: LiveProgress | null;
  /** False once something newer was asked for: the revision is stored and not shown. */
  readonly shown: boolean;
  /** Why the next attempt waits; null when none does. */
  readonly retryReason: string | null;
  /** The model that was asked instead of the one that was chosen, and why; null while nothing was wrong. */
  readonly fallback: { readonly model: string; readonly reason: string } | null;
}

export interface ProjectState {
  readonly cursor: Cursor | null;
  readonly loaded: boolean;
  /** It was deleted, and can be restored for a while. */
  readonly deleted: boolean;
  readonly video: Video;
  readonly scenes: Readonly<Record<string, Scene>>;
  readonly order: readonly string[];
  readonly messages: readonly MessageState[];
  readonly jobs: Readonly<Record<string, JobState>>;
  readonly model: Readonly<Record<string, JsonValue>>;
  /** What an undo would take back, and what a redo would do again. */
  readonly history: History;
  /** The files of the project; the preview loads them by name below `assetRoot`. */
  readonly assets: readonly Asset[];
  readonly assetRoot: string;
  /** Pictures by the revision that they show. */
  readonly stills: Readonly<Record<string, readonly Still[]>>;
}

export const EMPTY: ProjectState = {
  cursor: null,
  loaded: false,
  deleted: false,
  video: { name: "Untitled", width: 1280, height: 720, fps: 30, background: "#0b1021", palette: [], style: "" },
  scenes: {},
  order: [],
  messages: [],
  jobs: {},
  model: {},
  history: { undo: null, redo: null },
  assets: [],
  assetRoot: "",
  stills: {},
};

/** The state that a snapshot stands for; it replaces whatever was known. */
export function fromSnapshot(snapshot: Snapshot, cursor: Cursor | null): ProjectState {
  return {
    cursor,
    loaded: true,
    deleted: false,
    video: snapshot.video,
    scenes: Object.fromEntries(snapshot.scenes.map((scene) => [scene.id, scene])),
    order: snapshot.scenes.map((scene) => scene.id),
    messages: snapshot.messages.map(messageState),
    jobs: Object.fromEntries(snapshot.jobs.map((job) => [job.id, jobState(job)])),
    model: snapshot.model,
    history: snapshot.history,
    assets: snapshot.assets,
    assetRoot: snapshot.asset_root,
    stills: snapshot.stills,
  };
}

export function messageState(view: MessageView): MessageState {
  return { ...view, live: null, closedRound: -1 };
}

export function jobState(view: JobView): JobState {
  const phase = view.status === "completed" ? "done" : view.step == null ? "waiting" : "working";
  return {
    ...view,
    phase,
    findings: view.error?.findings ?? [],
    live: null,
    shown: true,
    retryReason: view.status === "waiting" ? (view.error?.message ?? null) : null,
    fallback: null,
  };
}
