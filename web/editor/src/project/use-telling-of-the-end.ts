import { useEffect, useRef } from "react";
import { telling } from "./notify";

/** Shorter work is over before anybody has gone elsewhere. */
const LONG_MS = 5000;

/** Tells of the end of long work, when nobody looks at the page and somebody wanted to be told. */
export function useTellingOfTheEnd(isWorking: boolean, title: string, words: string): void {
  const began = useRef<number | null>(null);
  useEffect(() => {
    if (isWorking) {
      began.current ??= Date.now();
      return;
    }
    const took = began.current === null ? 0 : Date.now() - began.current;
    began.current = null;
    if (took >= LONG_MS && document.hidden && telling() === "on") {
      const note = new Notification(title, { body: words, tag: title });
      note.onclick = () => {
        window.focus();
        note.close();
      };
    }
  }, [isWorking, title, words]);
}
