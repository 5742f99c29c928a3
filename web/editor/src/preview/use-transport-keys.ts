import { useEffect } from "react";
import type { Preview } from "./use-preview";

export interface Keys extends Pick<Preview, "total" | "toggle" | "pause" | "shuttle" | "seek" | "step"> {
  readonly turnSound: () => void;
  readonly turnFull: () => void;
}

/** What a key does to the preview, or null when it does nothing to it. */
export function actOf(key: string, keys: Keys): (() => void) | null {
  const { total, toggle, pause, shuttle, seek, step } = keys;
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case " ":
      return toggle;
    case "j":
      return () => shuttle(-1);
    case "k":
      return pause;
    case "l":
      return () => shuttle(1);
    case "m":
      return keys.turnSound;
    case "f":
      return keys.turnFull;
    case "ArrowLeft":
      return () => step(-1);
    case "ArrowRight":
      return () => step(1);
    case "Home":
      return () => seek(0);
    case "End":
      return () => seek(total - 1);
    default:
      return null;
  }
}

/** Keeps the keyboard playing and stepping, wherever the focus is not on something that needs the key itself. */
export function useTransportKeys(keys: Keys): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = isTaken(event) ? null : actOf(event.key, keys);
      if (act !== null) {
        event.preventDefault();
        act();
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [keys]);
}

function isTaken(event: KeyboardEvent): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof Element)) {
    return true;
  }
  const needsSpace = "button, a, summary, label";
  return (
    event.target.closest(event.key === " " ? `textarea, select, ${needsSpace}` : "textarea, select, input") !== null
  );
}
