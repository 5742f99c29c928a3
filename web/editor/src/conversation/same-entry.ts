/** Whether an entry of the conversation would be drawn as it is already. */
import type { ProjectState } from "@bazaar/shared/state";
import type { MessageEntryProps } from "./message-entry";

export function isSameEntry(before: MessageEntryProps, now: MessageEntryProps): boolean {
  return (
    before.message === now.message &&
    before.isWaiting === now.isWaiting &&
    before.project === now.project &&
    isSameList(before.jobs, now.jobs) &&
    partsOf(now).every((part) => before.state[part] === now.state[part]) &&
    turnOf(before) === turnOf(now)
  );
}

/** What of the state it is drawn from, besides its own turn. */
function partsOf({ message, jobs }: MessageEntryProps): readonly (keyof ProjectState)[] {
  const scenes = jobs.length > 0 || message.plan != null || message.pointed != null;
  return [
    ...(scenes ? (["scenes", "order"] as const) : []),
    ...(message.plan == null ? [] : (["jobs"] as const)),
    ...((message.attachments ?? []).length === 0 ? [] : (["assets", "assetRoot"] as const)),
  ];
}

function turnOf({ message, state }: MessageEntryProps): unknown {
  return message.role === "assistant" && message.job != null ? state.jobs[message.job] : null;
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, place) => each === other[place]);
}
