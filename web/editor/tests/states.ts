/** Pieces of state for the tests of what is shown. */
import type { Scene } from "@bazaar/shared/events";
import {
  EMPTY,
  type JobState,
  jobState,
  type MessageState,
  messageState,
  type ProjectState,
} from "@bazaar/shared/state";

export function job(change: Partial<JobState> = {}): JobState {
  const view = { id: "j", project: "p", kind: "component", status: "running", scene: "a" } as const;
  return { ...jobState({ ...view, attempt: 1, percent: 0, retry_count: 0, created_at: "", recovery: [] }), ...change };
}

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

export function answer(id: string, change: Partial<MessageState> = {}): MessageState {
  return {
    ...messageState({ id, role: "assistant", content: "", done: true, created_at: "", tools: [], attachments: [] }),
    ...change,
  };
}

export function project(change: Partial<ProjectState> = {}): ProjectState {
  return { ...EMPTY, loaded: true, ...change };
}
