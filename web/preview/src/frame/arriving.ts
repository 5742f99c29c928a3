/** How a scene comes over the one before: both are drawn for half a second, the later one on top. */
import { Easing } from "@bazaar/motion";
import type { CSSProperties } from "react";

export interface Arrival {
  readonly over: CSSProperties;
  readonly under: CSSProperties;
}

const SECONDS = 0.5;

const ARRIVALS: Readonly<Record<string, (share: number) => Arrival>> = {
  fade: (share) => ({ over: { opacity: share }, under: {} }),
  slide: (share) => ({
    over: { transform: `translateX(${(1 - share) * 100}%)` },
    under: { transform: `translateX(${-share * 30}%)` },
  }),
  wipe: (share) => ({ over: { clipPath: `inset(0 ${(1 - share) * 100}% 0 0)` }, under: {} }),
  zoom: (share) => ({ over: { opacity: share, transform: `scale(${0.84 + 0.16 * share})` }, under: {} }),
};

/** The styles of both scenes at a frame of the later one, or null when it has arrived, or comes by a cut. */
export function arriving(transition: string, frame: number, durationFrames: number, fps: number): Arrival | null {
  const length = Math.min(Math.round(SECONDS * fps), Math.floor(durationFrames / 2));
  const arrival = Object.hasOwn(ARRIVALS, transition) ? ARRIVALS[transition] : undefined;
  return arrival === undefined || frame >= length
    ? null
    : arrival(Easing.out(Easing.cubic)((frame + 1) / (length + 1)));
}
