/** Follows a pointer from where it went down: small movements are none, Escape takes all of it back. */
import { type PointerEvent, useEffect, useRef } from "react";

export interface Drag {
  /** Called with how many pixels the pointer has moved to the right since it went down. */
  readonly onMove: (pixels: number) => void;
  readonly onDrop: (pixels: number) => void;
  readonly onCancel: () => void;
}

const TREMBLE_PX = 5;

/** The handler for pointerdown; `begin` says what to do with this drag. */
export function useDrag(begin: () => Drag): (event: PointerEvent<HTMLElement>) => void {
  const end = useRef<(() => void) | null>(null);
  useEffect(() => () => end.current?.(), []);
  return (event) => {
    if (event.button === 0) {
      event.stopPropagation();
      end.current?.();
      end.current = followed(event.clientX, begin());
    }
  };
}

function followed(from: number, drag: Drag): () => void {
  const listening = new AbortController();
  let moves = false;
  const onMove = ({ clientX }: globalThis.PointerEvent) => {
    moves ||= Math.abs(clientX - from) > TREMBLE_PX;
    if (moves) {
      drag.onMove(clientX - from);
    }
  };
  const onUp = ({ clientX }: globalThis.PointerEvent) => {
    listening.abort();
    if (moves) {
      drag.onDrop(clientX - from);
      swallowClick();
    }
  };
  const cancel = () => {
    listening.abort();
    drag.onCancel();
  };
  const { signal } = listening;
  window.addEventListener("pointermove", onMove, { signal });
  window.addEventListener("pointerup", onUp, { signal });
  window.addEventListener("pointercancel", cancel, { signal });
  // Where something is selected, the browser would begin a drag of its own and take the pointer away.
  window.addEventListener("dragstart", (event) => event.preventDefault(), { signal });
  window.addEventListener("keydown", ({ key }) => key === "Escape" && cancel(), { signal });
  return () => listening.abort();
}

/** The click that a browser makes of the end of a drag is none. */
function swallowClick(): void {
  const swallow = (event: Event) => event.stopPropagation();
  window.addEventListener("click", swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", swallow, { capture: true }));
}
