import { useEffect } from "react";
import { isTyping } from "../typing";

type Act = (() => void) | undefined;

/** What a key does to the history, or null when it does nothing to it. */
export function historyActOf(event: KeyboardEvent, undo: Act, redo: Act): Act | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) {
    return null;
  }
  const key = event.key.toLowerCase();
  if (key === "z") {
    return event.shiftKey ? redo : undo;
  }
  return key === "y" && !event.shiftKey ? redo : null;
}

/** Ctrl+Z and its like, wherever no text is being typed: there the browser undoes the typing. */
export function useHistoryKeys(undo: Act, redo: Act): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = isTyping(event.target) ? null : historyActOf(event, undo, redo);
      if (act !== null) {
        event.preventDefault();
        act?.();
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [undo, redo]);
}
