/** What can be pointed at in the picture of the moment, and which of it lies at a place. */
import { type Box, LONGEST_TEXT, type Place, type Pointed, type PointedKind } from "../pointing";

/** Without the scene and frame, which the player knows. */
export type Found = Pick<Pointed, "kind" | "tag" | "text" | "box">;

const WHOLE_PICTURE = 0.9;

/** The foremost thing at a place, or the next of all; null where there is no picture. */
export function pointedAt(page: Document, place: Place): Found | null {
  const canvas = page.querySelector(".canvas");
  const layer = page.querySelector(".canvas > .layer:last-child");
  if (canvas === null || layer === null) {
    return null;
  }
  const room = canvas.getBoundingClientRect();
  const all = pointables(layer, room);
  const element = "next" in place ? inTurn(all, place.next) : foremost(page, layer, room, place);
  return told(element ?? layer, all, layer, room);
}

function foremost(page: Document, layer: Element, room: DOMRect, { x, y }: { x: number; y: number }): Element | null {
  const inside = page
    .elementsFromPoint(room.left + x * room.width, room.top + y * room.height)
    .filter((element) => layer.contains(element) && element !== layer);
  return inside.map((element) => whole(element, layer)).find((element) => isSomething(element, room)) ?? null;
}

/** Every text, picture and drawing, in the order in which they stand. */
function pointables(layer: Element, room: DOMRect): Element[] {
  const found = [...layer.querySelectorAll("*")].map((element) => whole(element, layer));
  return [...new Set(found)].filter((element) => isSomething(element, room));
}

/** What is said before what is drawn: that is what people speak of. */
function inTurn(all: readonly Element[], next: number): Element | undefined {
  const [said, drawn] = [all.filter((each) => textOf(each) !== ""), all.filter((each) => textOf(each) === "")];
  return [...said, ...drawn][next % Math.max(1, all.length)];
}

/** A word is part of its line, a stroke part of its drawing: what is meant is the whole. */
function whole(element: Element, layer: Element): Element {
  const drawing = element.closest("svg");
  let meant = drawing !== null && textOf(drawing) === "" ? drawing : element;
  while (meant.parentElement !== null && meant.parentElement !== layer && isPartOfLine(meant)) {
    meant = meant.parentElement;
  }
  return meant;
}

function isPartOfLine(element: Element): boolean {
  return textOf(element) !== "" && getComputedStyle(element).display.startsWith("inline");
}

function isSomething(element: Element, room: DOMRect): boolean {
  const { width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) {
    return false;
  }
  if (isPicture(element) || hasOwnText(element)) {
    return true;
  }
  const isAll = width * height >= WHOLE_PICTURE * room.width * room.height;
  return !isAll && element.children.length === 0 && isPainted(element);
}

/** Text of its own, or that of the parts of a line. */
function hasOwnText(element: Element): boolean {
  return [...element.childNodes].some((node) =>
    node instanceof Element ? isPartOfLine(node) : (node.textContent ?? "").trim() !== "",
  );
}

function isPainted(element: Element): boolean {
  const { backgroundColor, backgroundImage, borderTopWidth } = getComputedStyle(element);
  return backgroundImage !== "none" || !isClear(backgroundColor) || Number.parseFloat(borderTopWidth) > 0;
}

function isClear(colour: string): boolean {
  return colour === "transparent" || /,\s*0\)$/.test(colour);
}

function isPicture(element: Element): boolean {
  return ["img", "svg", "video", "canvas"].includes(element.tagName.toLowerCase());
}

function told(element: Element, all: readonly Element[], layer: Element, room: DOMRect): Found {
  if (element === layer) {
    return { kind: "background", tag: "div", text: "", box: { x: 0, y: 0, width: 1, height: 1 } };
  }
  const tag = element.tagName.toLowerCase();
  return { kind: kindOf(element, all), tag, text: readable(element), box: boxOf(element, room) };
}

function kindOf(element: Element, all: readonly Element[]): PointedKind {
  if (element.tagName.toLowerCase() === "img" || element.tagName.toLowerCase() === "video") {
    return "picture";
  }
  if (textOf(element) === "") {
    return "shape";
  }
  const largest = Math.max(...all.filter((each) => textOf(each) !== "").map(sizeOf));
  return sizeOf(element) >= largest ? "headline" : "text";
}

/** The size of its letters; of a line, that of its largest part. */
function sizeOf(element: Element): number {
  const sizes = [element, ...element.querySelectorAll("*")].map((part) => getComputedStyle(part).fontSize);
  return Math.max(...sizes.map((size) => Number.parseFloat(size) || 0));
}

function readable(element: Element): string {
  const source = element instanceof HTMLImageElement ? element.src : "";
  const named = source.startsWith("data:") ? "" : decodeURIComponent(source.slice(source.lastIndexOf("/") + 1));
  return (textOf(element) || element.getAttribute("alt") || named).slice(0, LONGEST_TEXT);
}

function textOf(element: Element): string {
  return (element.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** The part that lies in the picture. */
function boxOf(element: Element, room: DOMRect): Box {
  const { left, top, right, bottom } = textBox(element) ?? element.getBoundingClientRect();
  const [x, y] = [share(left - room.left, room.width), share(top - room.top, room.height)];
  const [x2, y2] = [share(right - room.left, room.width), share(bottom - room.top, room.height)];
  return { x, y, width: x2 - x, height: y2 - y };
}

/** Around the letters: a line of text is as wide as its column. */
function textBox(element: Element): DOMRect | null {
  if (textOf(element) === "" || isPicture(element)) {
    return null;
  }
  const range = element.ownerDocument.createRange();
  range.selectNodeContents(element);
  const box = range.getBoundingClientRect();
  return box.width > 0 && box.height > 0 ? box : null;
}

function share(part: number, of: number): number {
  return of > 0 ? Math.min(1, Math.max(0, part / of)) : 0;
}
