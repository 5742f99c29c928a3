import type { Place } from "@bazaar/preview/pointing";
import { type CSSProperties, type MouseEvent, type ReactNode, useRef } from "react";
import { usePointing } from "./pointing-context";

interface PointerProps {
  readonly onPoint: (place: Place) => void;
  /** Whether the picture is the one that was pointed into. */
  readonly isShown: boolean;
}

/** Lies over the picture: a click points at what is there, Enter at one thing after the other. */
export function Pointer({ onPoint, isShown }: PointerProps): ReactNode {
  const { pointed, words } = usePointing();
  const next = useRef(0);
  if (pointed === null) {
    next.current = 0;
  }
  const onClick = (event: MouseEvent<HTMLButtonElement>) => {
    if (event.detail === 0) {
      onPoint({ next: next.current });
      next.current += 1;
    } else {
      onPoint(placeOf(event));
    }
  };
  return (
    <>
      <button
        type="button"
        className="pointer"
        aria-label="Point at something in the picture"
        aria-description="Click it, or press Enter for one thing after the other; then say what to change"
        title="Click what you mean, then say what to change"
        // A click takes no focus: that goes to the box for messages, where one says what is meant.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onClick}
      />
      {pointed !== null && isShown && (
        <span className="pointed-box" style={boxStyle(pointed.box)} role="img" aria-label={words} />
      )}
    </>
  );
}

function placeOf({ currentTarget, clientX, clientY }: MouseEvent<HTMLElement>): Place {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return { x: share(clientX - left, width), y: share(clientY - top, height) };
}

function share(part: number, of: number): number {
  return of > 0 ? Math.min(1, Math.max(0, part / of)) : 0;
}

function boxStyle(box: { x: number; y: number; width: number; height: number }): CSSProperties {
  const percent = (share: number) => `${share * 100}%`;
  return { left: percent(box.x), top: percent(box.y), width: percent(box.width), height: percent(box.height) };
}
