import type { MessageState } from "@bazaar/shared/state";

/** The text of a message as it is to be read now: what is stored, and what is just being written after it. */
export function textOf(message: MessageState): string {
  const live = message.live?.text.trim() ?? "";
  return [message.content, live].filter((text) => text !== "").join("\n\n");
}
