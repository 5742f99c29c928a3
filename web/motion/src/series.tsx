/** Series: plays its Series.Sequence children one after the other. */
import { Children, Fragment, isValidElement, type ReactElement, type ReactNode } from "react";
import { Sequence, type SequenceProps } from "./sequence";
import { describe } from "./value";

export interface SeriesSequenceProps extends Omit<SequenceProps, "from"> {
  /** Length in frames; only the last one may be endless. */
  readonly durationInFrames: number;
  /** Frames by which it, and all after it, start later (or earlier, if negative). */
  readonly offset?: number;
}

export type SeriesProps = Pick<SequenceProps, "from" | "name" | "className" | "style" | "layout" | "children">;

function SeriesSequence(_: SeriesSequenceProps): ReactNode {
  throw new Error("Series.Sequence was used outside a Series; put it directly inside <Series>");
}

/** Plays its Series.Sequence {durationInFrames, offset?} children one after the other. */
export function Series({ children, layout = "none", ...around }: SeriesProps): ReactNode {
  const parts = elementsIn(children, [SeriesSequence], "Series") as ReactElement<SeriesSequenceProps>[];
  let start = 0;
  const placed = parts.map((part, index) => {
    const { offset = 0, ...props } = part.props;
    checkLength(props.durationInFrames, index === parts.length - 1);
    const from = start + offset;
    start = from + props.durationInFrames;
    return <Sequence key={part.key ?? index} {...props} from={from} />;
  });
  return (
    <Sequence {...around} layout={layout}>
      {placed}
    </Sequence>
  );
}
Series.Sequence = SeriesSequence;

/** The children, out of fragments and lists; throws at one of another type. */
export function elementsIn(children: ReactNode, types: readonly unknown[], around: string): ReactElement[] {
  return Children.toArray(children).flatMap((child) => {
    if (isValidElement<{ children?: ReactNode }>(child) && child.type === Fragment) {
      return elementsIn(child.props.children, types, around);
    }
    if (isValidElement(child) && types.includes(child.type)) {
      return [child];
    }
    throw new TypeError(`a ${around} holds ${nameOf(child)}; put only <${around}.Sequence> elements inside it`);
  });
}

function nameOf(child: unknown): string {
  if (!isValidElement(child)) {
    return describe(child);
  }
  const { type } = child;
  return `<${typeof type === "string" ? type : (type as { name?: string }).name || "a component"}>`;
}

function checkLength(length: unknown, isLast: boolean): void {
  const endless = length === Number.POSITIVE_INFINITY;
  if (typeof length !== "number" || !(length > 0) || (endless && !isLast)) {
    const found = describe(length);
    throw new TypeError(`durationInFrames of a Series.Sequence is ${found}; give a number of frames above 0`);
  }
}
