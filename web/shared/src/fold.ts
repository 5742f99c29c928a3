/**
 * The one function that turns what is heard into what is known.
 *
 * Pure. Events are absolute and numbered, so that hearing one twice, or a stretch of them again, changes
 * nothing; live updates are dropped where they do not fit.
 */
import { type Cursor, isBehind } from "./cursor";
import { foldComponent } from "./fold-component";
import { foldConversation } from "./fold-conversation";
import { foldJob } from "./fold-job";
import { foldVideo } from "./fold-video";
import type { Told } from "./generated/events";
import { inJob } from "./in-job";
import { never } from "./never";
import { fromSnapshot, type ProjectState } from "./state";

/** One event or update as it came, with its cursor if it is numbered. */
export interface Heard {
  readonly cursor: Cursor | null;
  readonly told: Told;
}

export function fold(state: ProjectState, { cursor, told }: Heard): ProjectState {
  if (told.type === "snapshot") {
    return fromSnapshot(told, cursor);
  }
  if (cursor !== null && isBehind(cursor, state.cursor)) {
    return state;
  }
  const next = apply(state, told);
  return cursor === null ? next : { ...next, cursor, loaded: true };
}

function apply(state: ProjectState, told: Exclude<Told, { type: "snapshot" }>): ProjectState {
  if (isAbout(told, "message") || isAbout(told, "tool") || isAbout(told, "plan")) {
    return foldConversation(state, told);
  }
  if (isAbout(told, "project") || isAbout(told, "scene") || isAbout(told, "history") || isAbout(told, "asset")) {
    return foldVideo(state, told);
  }
  if (isAbout(told, "component")) {
    return foldComponent(state, told);
  }
  if (isAbout(told, "job")) {
    return foldJob(state, told);
  }
  switch (told.type) {
    case "model.fallback":
      return inJob(state, told, {}, { fallback: { model: told.instead, reason: told.reason } });
    case "live":
    case "ping":
    case "replaced":
    case "error":
      return state; // of the stream itself, not of the project
    default:
      return never(told);
  }
}

function isAbout<T extends Told, Family extends string>(
  told: T,
  family: Family,
): told is Extract<T, { type: `${Family}.${string}` }> {
  return told.type.startsWith(`${family}.`);
}
