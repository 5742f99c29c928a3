/** The shapes as components: the measures of their make… function, and fill, stroke, style. */
import type { ReactNode } from "react";
import { type DrawnProps, DrawnShape } from "./drawn-shape";
import { type CircleOptions, type EllipseOptions, makeCircle, makeEllipse } from "./make-ellipse";
import { makePie, type PieOptions } from "./make-pie";
import { makeRect, type RectOptions } from "./make-rect";
import { makePolygon, makeStar, type PolygonOptions, type StarOptions } from "./make-star";
import { makeTriangle, type TriangleOptions } from "./make-triangle";

export type RectProps = RectOptions & DrawnProps;
export type CircleProps = CircleOptions & DrawnProps;
export type EllipseProps = EllipseOptions & DrawnProps;
export type TriangleProps = TriangleOptions & DrawnProps;
export type StarProps = StarOptions & DrawnProps;
export type PolygonProps = PolygonOptions & DrawnProps;
export type PieProps = PieOptions & DrawnProps;

/** A rectangle. */
export function Rect({ width, height, cornerRadius, edgeRoundness, ...rest }: RectProps): ReactNode {
  return <DrawnShape {...rest} shape={makeRect({ width, height, ...bends({ cornerRadius, edgeRoundness }) })} />;
}

/** A circle. */
export function Circle({ radius, ...rest }: CircleProps): ReactNode {
  return <DrawnShape {...rest} shape={makeCircle({ radius })} />;
}

/** An ellipse. */
export function Ellipse({ rx, ry, ...rest }: EllipseProps): ReactNode {
  return <DrawnShape {...rest} shape={makeEllipse({ rx, ry })} />;
}

/** A triangle of three equal sides that points in a direction; right unless given. */
export function Triangle({
  length,
  direction = "right",
  cornerRadius,
  edgeRoundness,
  ...rest
}: TriangleProps): ReactNode {
  const shape = makeTriangle({ length, direction, ...bends({ cornerRadius, edgeRoundness }) });
  return <DrawnShape {...rest} shape={shape} />;
}

/** A star, one of its points at the top. */
export function Star({ points, innerRadius, outerRadius, cornerRadius, edgeRoundness, ...rest }: StarProps): ReactNode {
  const shape = makeStar({ points, innerRadius, outerRadius, ...bends({ cornerRadius, edgeRoundness }) });
  return <DrawnShape {...rest} shape={shape} />;
}

/** A polygon of equal sides, one of its corners at the top. */
export function Polygon({ points, radius, cornerRadius, edgeRoundness, ...rest }: PolygonProps): ReactNode {
  return <DrawnShape {...rest} shape={makePolygon({ points, radius, ...bends({ cornerRadius, edgeRoundness }) })} />;
}

/** A piece of a pie; an arc, with closePath={false}, fill="none" and a stroke. */
export function Pie(props: PieProps): ReactNode {
  const { radius, progress, closePath = true, counterClockwise = false, rotation = 0, ...rest } = props;
  return <DrawnShape {...rest} shape={makePie({ radius, progress, closePath, counterClockwise, rotation })} />;
}

interface Bends {
  readonly cornerRadius: number | undefined;
  readonly edgeRoundness: number | null | undefined;
}

function bends({ cornerRadius = 0, edgeRoundness = null }: Bends): {
  cornerRadius: number;
  edgeRoundness: number | null;
} {
  return { cornerRadius, edgeRoundness };
}
