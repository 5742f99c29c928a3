/** What every make… function returns: an SVG path and the box that it fills. */
export interface Shape {
  readonly path: string;
  readonly width: number;
  readonly height: number;
  /** Its middle, for CSS transform-origin: "x y". */
  readonly transformOrigin: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface CornerOptions {
  /** Rounds the corners by that many pixels. */
  readonly cornerRadius?: number;
  /** Bends the edges instead: 1 makes a blob. Not together with cornerRadius. */
  readonly edgeRoundness?: number | null;
}
