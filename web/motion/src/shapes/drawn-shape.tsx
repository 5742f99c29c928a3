/** Draws a shape as an svg element of just its size. */
import type { CSSProperties, ReactNode, SVGProps } from "react";
import type { Shape } from "./shape";

/** What every shape takes besides its own measures; what is not named here goes to its path. */
export interface DrawnProps
  extends Omit<
    SVGProps<SVGPathElement>,
    "d" | "path" | "width" | "height" | "radius" | "points" | "rx" | "ry" | "direction"
  > {
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  /** Of the svg element. */
  readonly style?: CSSProperties;
  /** Of the path in it. */
  readonly pathStyle?: CSSProperties;
}

export function DrawnShape({ shape, style, pathStyle, ...path }: DrawnProps & { readonly shape: Shape }): ReactNode {
  const { width, height, transformOrigin } = shape;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      style={{ overflow: "visible", ...style }}
      aria-hidden="true"
    >
      <path
        {...path}
        d={shape.path}
        style={{ transformBox: "view-box", transformOrigin: inPixels(transformOrigin), ...pathStyle }}
      />
    </svg>
  );
}

function inPixels(origin: string): string {
  return origin
    .split(" ")
    .map((number) => `${number}px`)
    .join(" ");
}
