/** Whether an element fills the screen, and the way there and back. */
import { type RefObject, useEffect, useState } from "react";

export function useFullScreen(element: RefObject<HTMLElement | null>): [boolean, () => void] {
  const [isFull, setFull] = useState(false);
  useEffect(() => {
    const onChange = () => setFull(document.fullscreenElement !== null);
    document.addEventListener("fullscreenchange", onChange);
    return () => document.removeEventListener("fullscreenchange", onChange);
  }, []);
  const turn = () => {
    // A browser may refuse; then everything stays as it is.
    const asked = document.fullscreenElement ? document.exitFullscreen() : element.current?.requestFullscreen();
    asked?.catch(() => undefined);
  };
  return [isFull, turn];
}
