// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { pointedAt } from "../src/frame/pointables";

const PICTURE = { left: 10, top: 10, width: 200, height: 100 };

/** jsdom lays nothing out: each element says its own box, as left, top, width, height in the picture. */
function show(html: string): void {
  document.body.innerHTML = `<div class="canvas" data-box="0,0,200,100"><div class="layer"><i data-box="0,0,9,9">old</i></div>
    <div class="layer">${html}</div></div>`;
}

function boxOf(element: Element): DOMRect {
  const [left = 0, top = 0, width = 0, height = 0] = (element.getAttribute("data-box") ?? "0,0,200,100")
    .split(",")
    .map(Number);
  return new DOMRect(PICTURE.left + left, PICTURE.top + top, width, height);
}

beforeEach(() => {
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    return boxOf(this);
  });
  Range.prototype.getBoundingClientRect = () => new DOMRect();
  document.elementsFromPoint = (x, y) =>
    [...document.querySelectorAll("*")].reverse().filter((element) => {
      const { left, top, right, bottom } = boxOf(element);
      return left <= x && x <= right && top <= y && y <= bottom;
    });
});

const at = (x: number, y: number) => pointedAt(document, { x, y });
const next = (place: number) => pointedAt(document, { next: place });

describe("what is pointed at", () => {
  test("is the line that a word belongs to, with its box in the picture", () => {
    show(`<div style="background: red"><div data-box="20,10,100,40" style="font-size: 60px">
      <span style="display: inline-block" data-box="20,10,40,40">Ship</span> <span data-box="70,10,40,40">it</span></div>
      <p data-box="20,60,100,20" style="font-size: 20px">today</p></div>`);
    const box = { x: 0.1, y: 0.1, width: 0.5, height: 0.4 };
    expect(at(0.2, 0.2)).toEqual({ kind: "headline", tag: "div", text: "Ship it", box });
    expect(at(0.2, 0.7)).toMatchObject({ kind: "text", tag: "p", text: "today" });
  });

  test("is a drawing as a whole, and a picture by its name", () => {
    show(`<svg data-box="0,0,50,50"><path data-box="0,0,50,50"></path></svg>
      <img data-box="60,0,50,50" src="https://x.test/preview/assets/k/our%20logo.png">`);
    expect(at(0.1, 0.1)).toMatchObject({ kind: "shape", tag: "svg", text: "" });
    expect(at(0.4, 0.1)).toMatchObject({ kind: "picture", tag: "img", text: "our logo.png" });
  });

  test("is a painted bar, and the background where nothing else lies", () => {
    show(`<div style="background: red"><div data-box="20,80,60,4" style="background-color: blue"></div></div>`);
    expect(at(0.2, 0.82)).toMatchObject({ kind: "shape", tag: "div" });
    expect(at(0.9, 0.1)).toEqual({
      kind: "background",
      tag: "div",
      text: "",
      box: { x: 0, y: 0, width: 1, height: 1 },
    });
  });

  test("by the keyboard is one thing after the other, round and round", () => {
    show(`<svg data-box="0,0,50,50"></svg><h1 data-box="0,0,90,30">One</h1><p data-box="0,40,90,30">Two</p>`);
    expect([0, 1, 2, 3].map((place) => next(place)?.text)).toEqual(["One", "Two", "", "One"]);
  });

  test("has no more of a text than is told, and no box beyond the picture", () => {
    show(`<p data-box="-50,0,900,30">${"x".repeat(999)}</p>`);
    const found = at(0.5, 0.1);
    expect([found?.text.length, found?.box]).toEqual([200, { x: 0, y: 0, width: 1, height: 0.3 }]);
  });

  test("is nothing where there is no picture", () => {
    document.body.innerHTML = "";
    expect(at(0.5, 0.5)).toBeNull();
  });
});
