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
  const grown = withPiece(begun, delta);
  return grown === begun ? message : { ...message, live: { ...begun, ...grown } };
}

interface Growing {
  readonly text: string;
  readonly length: number;
}

/** The text with a piece of it: as it was when the piece is repeated, or leaves a gap. */
export function withPiece<Text extends Growing>(
  known: Text,
  piece: { readonly offset: number; readonly text: string },
) {
  const had = known.length - piece.offset;
  const characters = [...piece.text]; // as the server counts them: an emoji is one
  return had < 0 || characters.length <= had
    ? known
    : { text: known.text + characters.slice(had).join(""), length: piece.offset + characters.length };
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
  return live !== null && live.round === round && live.attempt === attempt
    ? live
    : { round, attempt, text: "", length: 0 };
}
