/** Keeps what is typed and not sent across a reload, in this browser alone. */
import { useCallback, useRef, useState } from "react";

const PREFIX = "bazaar-draft:";

type Change = (change: (now: string) => string) => void;

/** The draft of that name; an empty one is not kept. */
export function useDraft(name: string): readonly [text: string, change: Change] {
  const [text, setText] = useState(() => kept(name));
  const now = useRef(text);
  const change = useCallback<Change>(
    (next) => {
      now.current = next(now.current);
      keep(name, now.current);
      setText(now.current);
    },
    [name],
  );
  return [text, change];
}

function kept(name: string): string {
  try {
    return localStorage.getItem(PREFIX + name) ?? "";
  } catch {
    return ""; // a browser that keeps nothing
  }
}

function keep(name: string, text: string): void {
  try {
    text === "" ? localStorage.removeItem(PREFIX + name) : localStorage.setItem(PREFIX + name, text);
  } catch {
    // Full, or forbidden: the draft lasts as long as the page.
  }
}
