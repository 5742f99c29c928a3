/** The scenes with their place in the video, and with the newest job that makes them. */
import type { Scene } from "@bazaar/shared/events";
import type { JobState } from "@bazaar/shared/state";
import { captionOf, isOpen, percentOf } from "../conversation/job-words";

export interface PlacedScene {
  readonly scene: Scene;
  readonly start: number;
  readonly job: JobState | null;
}

/** What was placed before and has not changed stays the very same, so that nothing of it is drawn anew. */
export function placedScenes(
  scenes: readonly Scene[],
  jobs: Readonly<Record<string, JobState>>,
  before: readonly PlacedScene[] = [],
): readonly PlacedScene[] {
  const known = new Map(before.map((placed) => [placed.scene.id, placed]));
  const newest = newestOfScene(Object.values(jobs));
  let start = 0;
  return scenes.map((scene) => {
    const placed = { scene, start, job: newest.get(scene.id) ?? null };
    start += scene.duration_frames;
    const same = known.get(scene.id);
    return same !== undefined && isSame(same, placed) ? same : placed;
  });
}

function isSame(one: PlacedScene, other: PlacedScene): boolean {
  return one.scene === other.scene && one.start === other.start && one.job === other.job;
}

export function sceneAt(scenes: readonly PlacedScene[], frame: number): PlacedScene | null {
  return scenes.findLast((placed) => placed.start <= frame) ?? null;
}

/** How a scene stands, in a few words. */
export function stateOf({ scene, job }: PlacedScene): { readonly kind: string; readonly words: string } {
  if (job !== null && isOpen(job)) {
    const percent = job.status === "queued" ? "" : `, ${percentOf(job)} %`;
    return { kind: "working", words: `${captionOf(job)}${percent}` };
  }
  if (job?.status === "failed" || job?.status === "cancelled") {
    const kept = scene.bundle == null ? "" : "; the last good revision is shown";
    return { kind: job.status, words: `${job.status === "failed" ? "Failed" : "Stopped"}${kept}` };
  }
  return scene.bundle == null ? { kind: "waiting", words: "Not made yet" } : { kind: "ready", words: "Ready" };
}

/** By scene; jobs are kept in the order in which they were heard of, so the last one wins where times are equal. */
export function newestOfScene(jobs: readonly JobState[]): ReadonlyMap<string, JobState> {
  const newest = new Map<string, JobState>();
  for (const job of jobs) {
    const known = newest.get(job.scene ?? "");
    if (job.scene != null && (known === undefined || known.created_at <= job.created_at)) {
      newest.set(job.scene, job);
    }
  }
  return newest;
}
