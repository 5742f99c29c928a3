import { painted } from "./painted";

/** Has a frame drawn: back when the player has said so, fonts and pictures are there and the browser has painted. */
export function seek(frame: number): Promise<boolean> {
  return new Promise((resolve) => {
    const hear = (event: MessageEvent) => {
      if (isState(event.data) && event.data.frame === frame) {
        window.removeEventListener("message", hear);
        const there = Promise.all([document.fonts.ready, painted()]);
        there.then(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))));
      }
    };
    window.addEventListener("message", hear);
    window.postMessage({ type: "seek", frame }, "*");
  });
}

function isState(data: unknown): data is { frame: number } {
  const { type, total } = Object(data) as { type?: unknown; total?: unknown };
  return type === "state" && typeof total === "number" && total > 0;
}
