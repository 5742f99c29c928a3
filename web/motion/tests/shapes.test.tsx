import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import {
  Circle,
  Ellipse,
  makeCircle,
  makeEllipse,
  makePie,
  makePolygon,
  makeRect,
  makeStar,
  makeTriangle,
  Pie,
  Polygon,
  Rect,
  Star,
  Triangle,
} from "../src/shapes/index";

/** The points of a path, whole, so that a hair of rounding does not matter. */
const points = (path: string) => path.replace(/-?\d+(\.\d+)?(e-?\d+)?/g, (number) => `${Math.round(Number(number))}`);

describe("the make functions", () => {
  test("give a path and the box that it fills", () => {
    expect(makeRect({ width: 100, height: 50 })).toEqual({
      path: "M 0 0 L 100 0 L 100 50 L 0 50 Z",
      width: 100,
      height: 50,
      transformOrigin: "50 25",
    });
    expect(makeCircle({ radius: 50 }).path).toBe("M 50 0 a 50 50 0 1 1 0 100 a 50 50 0 1 1 0 -100 Z");
    expect(makeEllipse({ rx: 50, ry: 30 })).toMatchObject({ width: 100, height: 60, transformOrigin: "50 30" });
  });

  test.each([
    ["right", "M 0 0 L 0 100 L 87 50 Z", 87, 100],
    ["left", "M 87 0 L 87 100 L 0 50 Z", 87, 100],
    ["up", "M 50 0 L 0 87 L 100 87 Z", 100, 87],
    ["down", "M 0 0 L 100 0 L 50 87 Z", 100, 87],
  ] as const)("a triangle points %s", (direction, path, width, height) => {
    const shape = makeTriangle({ length: 100, direction });
    expect([points(shape.path), Math.round(shape.width), Math.round(shape.height)]).toEqual([path, width, height]);
  });

  test("a star has a point at the top, and stands in the box of its points", () => {
    const star = makeStar({ points: 5, innerRadius: 60, outerRadius: 100 });
    expect(points(star.path)).toMatch(/^M 95 0 L 130 51 L 190 69 L/);
    expect([star.width, star.height].map(Math.round)).toEqual([190, 181]);
  });

  test("a polygon has equal sides", () => {
    expect(points(makePolygon({ points: 5, radius: 80 }).path)).toBe("M 76 0 L 152 55 L 123 145 L 29 145 L 0 55 Z");
  });

  test.each([
    [{ progress: 0.25 }, "M 100 0 A 100 100 0 0 1 171 29 A 100 100 0 0 1 200 100 L 100 100 Z"],
    [{ progress: 0.25, counterClockwise: true }, "M 100 0 A 100 100 0 0 0 29 29 A 100 100 0 0 0 0 100 L 100 100 Z"],
    [{ progress: 0.5, closePath: false }, "M 100 0 A 100 100 0 0 1 200 100 A 100 100 0 0 1 100 200"],
    [{ progress: 2 }, "M 100 0 A 100 100 0 0 1 100 200 A 100 100 0 0 1 100 0 Z"],
    [{ progress: 0.5, rotation: Math.PI / 2 }, "M 200 100 A 100 100 0 0 1 100 200 A 100 100 0 0 1 0 100 L 100 100 Z"],
  ])("a pie of %j", (options, path) => {
    expect(points(makePie({ radius: 100, ...options }).path)).toBe(path);
  });

  test("corners are rounded, or edges bent", () => {
    const up = { length: 100, direction: "up" } as const;
    expect(points(makeTriangle({ ...up, cornerRadius: 10 }).path)).toBe(
      "M 55 9 C 50 0 50 0 45 9 L 5 78 C 0 87 0 87 10 87 L 90 87 C 100 87 100 87 95 78 Z",
    );
    expect(points(makeTriangle({ ...up, edgeRoundness: 0.5 }).path)).toBe(
      "M 25 43 C 13 65 25 87 50 87 C 75 87 88 65 75 43 C 63 22 38 22 25 43 Z",
    );
    expect(() => makeRect({ width: 1, height: 1, cornerRadius: 1, edgeRoundness: 1 })).toThrow("give one of them");
  });

  test.each([
    [() => makeRect({ width: Number.NaN, height: 1 }), "width of a Rect is NaN"],
    [() => makeCircle({ radius: "5" as never }), 'radius of a Circle is "5"'],
    [() => makeTriangle({ length: 1, direction: "north" as never }), 'direction of a Triangle is "north"; use "right"'],
    [() => makePolygon({ points: 2, radius: 1 }), "points of a Polygon is 2; give a whole number, 3 or more"],
    [
      () => makeStar({ points: 5, innerRadius: 1, outerRadius: undefined as never }),
      "outerRadius of a Star is undefined",
    ],
    [() => makePie({ radius: 1, progress: Number.NaN }), "progress of a Pie is NaN"],
  ])("refuse what is no measure", (make, message) => {
    expect(make).toThrow(message);
  });
});

test("each shape is an svg of its size; its path takes what else is given", () => {
  const html = [
    <Rect key="1" width={40} height={20} fill="red" cornerRadius={4} style={{ margin: 1 }} />,
    <Circle key="2" radius={10} stroke="blue" strokeWidth={2} pathStyle={{ opacity: 0.5 }} />,
    <Ellipse key="3" rx={10} ry={5} />,
    <Triangle key="4" length={10} direction="up" />,
    <Star key="5" points={5} innerRadius={4} outerRadius={8} />,
    <Polygon key="6" points={6} radius={8} edgeRoundness={0.4} />,
    <Pie key="7" radius={9} progress={0.3} />,
  ].map((shape) => renderToStaticMarkup(shape));
  expect(html[0]).toContain('<svg width="40" height="20" viewBox="0 0 40 20" style="overflow:visible;margin:1px"');
  expect(html[0]).toContain('<path fill="red" d="M ');
  expect(html[1]).toMatch(/stroke="blue" stroke-width="2" .*transform-origin:10px 10px;opacity:0.5/);
  expect(html.filter((each) => !/<path [^>]*d="M [^"]+Z"/.test(each) || each.includes("NaN"))).toEqual([]);
});
