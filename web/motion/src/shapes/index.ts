/** What a component imports under the name `@remotion/shapes`. */
export { makeCircle, makeEllipse } from "./make-ellipse";
export { makePie } from "./make-pie";
export { makeRect } from "./make-rect";
export { makePolygon, makeStar } from "./make-star";
export { makeTriangle } from "./make-triangle";
export {
  Circle,
  type CircleProps,
  Ellipse,
  type EllipseProps,
  Pie,
  type PieProps,
  Polygon,
  type PolygonProps,
  Rect,
  type RectProps,
  Star,
  type StarProps,
  Triangle,
  type TriangleProps,
} from "./shapes";
