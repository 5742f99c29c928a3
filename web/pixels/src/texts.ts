/** The texts that stand on the canvas now: where, how large, in which colour, and what is cut off of them. */

/** Sizes and places are in pixels of the video; `opacity` is what all that is around it leaves of it. */
export interface SeenText {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly opacity: number;
  /** Red, green and blue from 0 to 255, alpha from 0 to 1; null where it is painted by more than a colour. */
  readonly color: readonly [number, number, number, number] | null;
  readonly fontSize: number;
  readonly bold: boolean;
  /** How many pixels of it something around it cuts off, to the right or below. */
  readonly clipped: number;
}

const MOST_TEXTS = 200;
const MOST_CHARACTERS = 200;
const HIDING = "bazaar-eyes";

export function texts(): SeenText[] {
  const found: SeenText[] = [];
  const canvas = document.querySelector(".canvas");
  const walker = document.createTreeWalker(canvas ?? document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() && found.length < MOST_TEXTS) {
    const seen = look(walker.currentNode as Text);
    if (seen !== null) {
      found.push(seen);
    }
  }
  return found;
}

/** Takes all texts away, so that what is behind them can be seen. */
export function hideTexts(): void {
  const style = document.createElement("style");
  style.id = HIDING;
  style.textContent = `.canvas * { color: transparent !important; -webkit-text-fill-color: transparent !important;
    -webkit-text-stroke-color: transparent !important; text-shadow: none !important; }
    .canvas text, .canvas tspan { fill: transparent !important; stroke: transparent !important; }`;
  document.head.append(style);
}

export function showTexts(): void {
  document.getElementById(HIDING)?.remove();
}

function look(node: Text): SeenText | null {
  const parent = node.parentElement;
  const text = node.data.replace(/\s+/g, " ").trim();
  if (text === "" || parent === null || parent.closest("style, script, title, defs") !== null) {
    return null;
  }
  const range = document.createRange();
  range.selectNodeContents(node);
  const { left, top, width, height } = range.getBoundingClientRect();
  const style = getComputedStyle(parent);
  const opacity = opacityOf(parent);
  if (width < 1 || height < 1 || opacity < 0.02 || style.visibility !== "visible") {
    return null;
  }
  return {
    text: text.slice(0, MOST_CHARACTERS),
    ...{ left, top, width, height, opacity },
    color: colorOf(parent, style),
    fontSize: Number.parseFloat(style.fontSize) * (height / Math.max(1, heightOf(parent, height))),
    bold: Number.parseInt(style.fontWeight, 10) >= 700,
    clipped: clippedOf(parent, range.getBoundingClientRect()),
  };
}

/** The height before any transform, which tells by how much the text is scaled. */
function heightOf(parent: Element, height: number): number {
  const box = parent.getBoundingClientRect();
  const own = parent instanceof HTMLElement ? parent.offsetHeight : 0;
  return own > 0 && box.height > 0 ? height * (own / box.height) : height;
}

function opacityOf(element: Element): number {
  let opacity = 1;
  for (let each: Element | null = element; each !== null; each = each.parentElement) {
    opacity *= Number.parseFloat(getComputedStyle(each).opacity);
  }
  return opacity;
}

function colorOf(parent: Element, style: CSSStyleDeclaration): SeenText["color"] {
  const isShape = parent instanceof SVGElement;
  const isPainted = style.backgroundClip === "text" || style.filter !== "none" || style.mixBlendMode !== "normal";
  const value = isShape ? style.fill : style.webkitTextFillColor || style.color;
  const [r, g, b, a = 1] = (/^rgba?\(([^)]+)\)$/.exec(value)?.[1] ?? "").split(/[\s,/]+/).map(Number);
  return isPainted || r === undefined || g === undefined || b === undefined ? null : [r, g, b, a];
}

/** What an ancestor with hidden overflow does not show; a whole line that waits outside to come in is no cut. */
function clippedOf(element: Element, box: DOMRect): number {
  let cut = 0;
  for (let each: Element | null = element; each !== null; each = each.parentElement) {
    if (getComputedStyle(each).overflowX !== "visible" && !each.classList.contains("canvas")) {
      const frame = each.getBoundingClientRect();
      const inside =
        box.right > frame.left && box.left < frame.right && box.bottom > frame.top && box.top < frame.bottom;
      cut = Math.max(cut, inside ? Math.max(box.right - frame.right, frame.left - box.left) : 0);
    }
  }
  return Math.max(0, cut);
}
