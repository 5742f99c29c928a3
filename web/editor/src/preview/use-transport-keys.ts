import { useEffect } from "react";
import type { Preview } from "./use-preview";

type Keys = Pick<Preview, "total" | "toggle" | "seek" | "step">;

/** What a key does to the playhead, or null when it does nothing to it. */
export function actOf(key: string, { total, toggle, seek, step }: Keys): (() => void) | null {
  switch (key) {
    case " ":
      return toggle;
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
