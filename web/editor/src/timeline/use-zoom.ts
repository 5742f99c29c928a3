/** How many pixels a frame takes: all scenes fit at first; the wheel and Ctrl with +, - and 0 change it. */
import { type RefCallback, useCallback, useEffect, useRef, useState } from "react";
import { isTyping } from "../typing";

export const CLOSEST = 40;
const STEP = 1.25;

export interface Zoom {
  readonly room: RefCallback<HTMLElement>;
  readonly pixelsPerFrame: number;
  /** Times as large as where all fits. */
  readonly zoom: number;
  readonly closer: () => void;
  readonly farther: () => void;
  readonly fit: () => void;
}

export function useZoom(total: number): Zoom {
  const [width, setWidth] = useState(800);
  const [zoom, setZoom] = useState(1);
  const by = useCallback((factor: number) => setZoom((now) => limited(now * factor)), []);
  const fit = useCallback(() => setZoom(1), []);
  const room = useRoom(setWidth, by);
  useZoomKeys(by, fit);
  return {
    room,
    pixelsPerFrame: (Math.max(200, width) / Math.max(1, total)) * zoom,
    zoom,
    closer: () => by(STEP),
    farther: () => by(1 / STEP),
    fit,
  };
}

export function limited(zoom: number): number {
  return Math.min(CLOSEST, Math.max(1, zoom));
}

/** Measures the room there is, and hears the wheel in it. */
function useRoom(onWidth: (width: number) => void, by: (factor: number) => void): RefCallback<HTMLElement> {
  return useCallback(
    (room: HTMLElement | null) => {
      if (room === null) {
        return undefined;
      }
      const watcher = new ResizeObserver(() => onWidth(room.clientWidth));
      const onWheel = (event: WheelEvent) => {
        if (event.ctrlKey || event.metaKey) {
          event.preventDefault();
          by(event.deltaY < 0 ? STEP : 1 / STEP);
        }
      };
      watcher.observe(room);
      // React's own listener is passive and could not keep the browser from zooming the whole page.
      room.addEventListener("wheel", onWheel, { passive: false });
      return () => {
        watcher.disconnect();
        room.removeEventListener("wheel", onWheel);
      };
    },
    [onWidth, by],
  );
}

function useZoomKeys(by: (factor: number) => void, fit: () => void): void {
  const acts = useRef({ by, fit });
  acts.current = { by, fit };
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act =
        (event.ctrlKey || event.metaKey) && !isTyping(event.target) ? zoomActOf(event.key, acts.current) : null;
      if (act !== null) {
        event.preventDefault();
        act();
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

function zoomActOf(key: string, acts: { by: (factor: number) => void; fit: () => void }): (() => void) | null {
  switch (key) {
    case "+":
    case "=":
      return () => acts.by(STEP);
    case "-":
      return () => acts.by(1 / STEP);
    case "0":
      return acts.fit;
    default:
      return null;
  }
}
