/** When each scene of a TransitionSeries begins, and which transitions lead into it and out of it. */
import type { ReactElement } from "react";
import { describe } from "../value";
import type { TransitionPresentation, TransitionTiming } from "./presentation";
import { slide } from "./slide";
import type { TransitionSeriesSequenceProps, TransitionSeriesTransitionProps } from "./transition-series";

/** A transition with its length. */
export interface Link {
  readonly timing: TransitionTiming;
  // biome-ignore lint/suspicious/noExplicitAny: each presentation has props of its own, and this takes them all
  readonly presentation: TransitionPresentation<any>;
  readonly frames: number;
}

export interface Part {
  readonly sequence: ReactElement<TransitionSeriesSequenceProps>;
  readonly from: number;
  readonly enters: Link | null;
  readonly leaves: Link | null;
}

export type Entry =
  | { readonly sequence: ReactElement<TransitionSeriesSequenceProps> }
  | { readonly transition: TransitionSeriesTransitionProps };

export function planned(entries: readonly Entry[], fps: number): Part[] {
  const parts: Part[] = [];
  let waiting: Link | null = null;
  let end = 0;
  for (const entry of entries) {
    if ("transition" in entry) {
      waiting = linked(entry.transition, waiting, fps);
      continue;
    }
    const { durationInFrames, offset = 0 } = checked(entry.sequence.props, waiting);
    const before = parts.pop();
    if (before !== undefined) {
      parts.push({ ...before, leaves: checkedLeaving(before, waiting) });
    }
    const from: number = end + offset - (before === undefined ? 0 : (waiting?.frames ?? 0));
    parts.push({ sequence: entry.sequence, from, enters: waiting, leaves: null });
    end = from + durationInFrames;
    waiting = null;
  }
  const last = parts.pop();
  return last === undefined ? [] : [...parts, { ...last, leaves: checkedLeaving(last, waiting) }];
}

function linked(props: TransitionSeriesTransitionProps, waiting: Link | null, fps: number): Link {
  if (waiting !== null) {
    throw new TypeError(
      "a TransitionSeries has two transitions in a row; put a TransitionSeries.Sequence between them",
    );
  }
  const { timing, presentation = slide() } = props;
  if (typeof timing?.getProgress !== "function") {
    throw new TypeError(`timing of a transition is ${describe(timing)}; give linearTiming({ durationInFrames: 20 })`);
  }
  return { timing, presentation, frames: timing.getDurationInFrames({ fps }) };
}

function checked(props: TransitionSeriesSequenceProps, entering: Link | null): TransitionSeriesSequenceProps {
  const length = props.durationInFrames;
  if (typeof length !== "number" || !(length > 0)) {
    throw new TypeError(
      `durationInFrames of a TransitionSeries.Sequence is ${describe(length)}; give a number of frames above 0`,
    );
  }
  checkFits(entering, length);
  return props;
}

function checkedLeaving({ sequence }: Part, leaving: Link | null): Link | null {
  checkFits(leaving, sequence.props.durationInFrames);
  return leaving;
}

function checkFits(link: Link | null, length: number): void {
  if (link !== null && link.frames > length) {
    const text = `a transition of ${link.frames} frames is longer than its neighbour of ${length}`;
    throw new TypeError(`${text}; make the transition shorter or the sequence longer`);
  }
}
