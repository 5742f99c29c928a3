/** TransitionSeries: scenes one after the other that overlap while a transition leads from one to the next. */
import type { ReactElement, ReactNode } from "react";
import { Sequence, type SequenceProps } from "../sequence";
import { elementsIn } from "../series";
import { useCurrentFrame, useVideoConfig } from "../timeline";
import { type Link, type Part, planned } from "./plan";
import type { TransitionPresentation, TransitionTiming } from "./presentation";

export interface TransitionSeriesSequenceProps extends Omit<SequenceProps, "from"> {
  readonly durationInFrames: number;
  /** Frames by which it, and all after it, start later (or earlier, if negative). */
  readonly offset?: number;
}

export interface TransitionSeriesTransitionProps {
  readonly timing: TransitionTiming;
  /** slide() unless given. */
  // biome-ignore lint/suspicious/noExplicitAny: each presentation has props of its own, and this takes them all
  readonly presentation?: TransitionPresentation<any>;
}

export type TransitionSeriesProps = Pick<
  SequenceProps,
  "from" | "name" | "className" | "style" | "layout" | "children"
>;

function TransitionSeriesSequence(_: TransitionSeriesSequenceProps): ReactNode {
  throw new Error("TransitionSeries.Sequence was used outside a TransitionSeries; put it directly inside one");
}

function TransitionSeriesTransition(_: TransitionSeriesTransitionProps): ReactNode {
  throw new Error("TransitionSeries.Transition was used outside a TransitionSeries; put it directly inside one");
}

/**
 * Holds TransitionSeries.Sequence {durationInFrames} and, between them, TransitionSeries.Transition {timing,
 * presentation?}. Neighbours overlap while they change: the whole lasts as long as all sequences less all transitions.
 */
export function TransitionSeries({ children, ...around }: TransitionSeriesProps): ReactNode {
  const { fps } = useVideoConfig();
  const elements = elementsIn(children, [TransitionSeriesSequence, TransitionSeriesTransition], "TransitionSeries");
  const parts = planned(elements.map(asEntry), fps);
  return (
    <Sequence {...around}>
      {parts.map((part, index) => (
        <Scene key={part.sequence.key ?? index} part={part} />
      ))}
    </Sequence>
  );
}
TransitionSeries.Sequence = TransitionSeriesSequence;
TransitionSeries.Transition = TransitionSeriesTransition;

function asEntry(element: ReactElement) {
  return element.type === TransitionSeriesTransition
    ? { transition: element.props as TransitionSeriesTransitionProps }
    : { sequence: element as ReactElement<TransitionSeriesSequenceProps> };
}

function Scene({ part }: { readonly part: Part }): ReactNode {
  const { offset: _, children, ...props } = part.sequence.props;
  return (
    <Sequence {...props} from={part.from}>
      <Crossing link={part.enters} start={0} direction="entering">
        <Crossing link={part.leaves} start={props.durationInFrames - (part.leaves?.frames ?? 0)} direction="exiting">
          {children}
        </Crossing>
      </Crossing>
    </Sequence>
  );
}

interface CrossingProps {
  readonly link: Link | null;
  /** The frame of the scene at which the transition begins. */
  readonly start: number;
  readonly direction: "entering" | "exiting";
  readonly children: ReactNode;
}

/** Stays around its scene also before and after the transition, so that nothing in it begins anew. */
function Crossing({ link, start, direction, children }: CrossingProps): ReactNode {
  const frame = useCurrentFrame();
  const { fps } = useVideoConfig();
  if (link === null) {
    return children;
  }
  const { component: Presentation, props } = link.presentation;
  const into = frame - start;
  const progress = into < 0 ? 0 : into >= link.frames ? 1 : link.timing.getProgress({ frame: into, fps });
  return (
    <Presentation
      presentationProgress={progress}
      presentationDirection={direction}
      presentationDurationInFrames={link.frames}
      passedProps={props}
    >
      {children}
    </Presentation>
  );
}
