/** Text as it streams: appended only where it fits, so that losing or repeating a piece does no harm. */
import type { MessageDelta } from "./generated/events";
import type { LiveText, MessageState } from "./state";

/** The message after a piece of live text: unchanged when the piece is late, repeated, or leaves a gap. */
export function withDelta(message: MessageState, delta: MessageDelta): MessageState {
  const attempt = delta.attempt ?? 1;
  if (message.done || delta.round <= message.closedRound || isOlder(delta.round, attempt, message.live)) {
    return message;
  }
  const begun = begin(message.live, delta.round, attempt);
  const end = delta.offset + delta.text.length;
  if (delta.offset > begun.text.length || end <= begun.text.length) {
    return message;
  }
  return { ...message, live: { ...begun, text: begun.text.slice(0, delta.offset) + delta.text } };
}

/** The message at the start of an attempt at a round: what an earlier attempt wrote is dropped. */
export function withReset(message: MessageState, round: number, attempt: number): MessageState {
  if (message.done || round <= message.closedRound || isOlder(round, attempt, message.live)) {
    return message;
  }
  return { ...message, live: begin(message.live, round, attempt) };
}

function isOlder(round: number, attempt: number, live: LiveText | null): boolean {
  return live !== null && (round < live.round || (round === live.round && attempt < live.attempt));
}

function begin(live: LiveText | null, round: number, attempt: number): LiveText {
  return live !== null && live.round === round && live.attempt === attempt ? live : { round, attempt, text: "" };
}
