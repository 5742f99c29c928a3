/** What a job does, in plain words. */
import type { JobState } from "@bazaar/shared/state";

/** The steps every component goes through, in order; a repair stands in the place of generating. */
export const STEPS = ["generate", "build", "validate", "publish", "inspect"] as const;

export type Step = (typeof STEPS)[number];

export const STEP_NAMES = {
  generate: "Generate",
  build: "Build",
  validate: "Validate",
  repair: "Repair",
  publish: "Publish",
  inspect: "Look",
} as const;

export const CAPTIONS: Readonly<Record<string, string>> = {
  generate: "Writing the component",
  build: "Building it",
  validate: "Rendering frames to check it",
  repair: "Mending what the check found",
  publish: "Publishing it",
  inspect: "Looking at it",
};

export function isOpen(job: JobState): boolean {
  return job.status === "queued" || job.status === "running" || job.status === "waiting";
}

/** What it is doing now. */
export function captionOf(job: JobState): string {
  if (job.status === "queued" || job.step == null) {
    return "Waiting for its turn";
  }
  return job.status === "waiting" ? "Waiting to try again" : (CAPTIONS[job.step] ?? job.step);
}

/** What of it, where something is known; in words that the caption does not have already. */
export function detailOf(job: JobState): string {
  if (job.status !== "running" || job.live === null) {
    return "";
  }
  const { code, stage } = job.live;
  const isWriting = job.step === "generate" || job.step === "repair";
  return isWriting ? (code === undefined ? "" : `${code.length.toLocaleString()} characters`) : stage;
}

/** Since when the job has been at it; from its last resume on. */
export function beganAt(job: JobState): number {
  return Date.parse(job.resumed_at ?? job.created_at);
}

/** 75 seconds are "1:15"; empty where the beginning is not known. */
export function elapsed(job: JobState, now: number): string {
  const end = job.finished_at == null ? now : Date.parse(job.finished_at);
  const whole = Math.max(0, Math.floor((end - beganAt(job)) / 1000));
  return Number.isNaN(whole) ? "" : `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export function percentOf(job: JobState): number {
  return job.status === "completed" ? 100 : Math.max(job.percent, job.live?.percent ?? 0);
}

export type StepMark = "done" | "current" | "failed" | "ahead";

/** How each step of the list stands. */
export function marksOf(job: JobState): readonly (readonly [step: Step | "repair", mark: StepMark])[] {
  const isRepair = job.step === "repair";
  const at = isRepair ? 0 : STEPS.indexOf(job.step as Step);
  return STEPS.map((step, index) => [
    isRepair && step === "generate" ? "repair" : step,
    job.status === "completed" || index < at ? "done" : index === at ? markOfCurrent(job) : "ahead",
  ]);
}

function markOfCurrent(job: JobState): StepMark {
  if (job.status === "failed" || job.phase === "refused") {
    return "failed";
  }
  return job.phase === "done" ? "done" : "current";
}
