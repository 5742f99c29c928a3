import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

const NEAR_PX = 80;

/** Keeps the end of the list in sight while things are added, unless the person has scrolled up to read. */
export function useStickingToTheEnd(changes: unknown): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null);
  const sticks = useRef(true);
  useEffect(() => {
    const element = list.current;
    const onScroll = () => {
      if (element !== null) {
        sticks.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
      }
    };
    element?.addEventListener("scroll", onScroll, { passive: true });
    return () => element?.removeEventListener("scroll", onScroll);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed is what may have made the list longer
  useLayoutEffect(() => {
    if (sticks.current && list.current !== null) {
      list.current.scrollTop = list.current.scrollHeight;
    }
  }, [changes]);
  return list;
}
