import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";

const NEAR_PX = 80;

/** Keeps the end of the list in sight while things are added, unless the person has scrolled up to read. */
export function useStickingToTheEnd(...changes: readonly unknown[]): RefObject<HTMLElement | null> {
  const list = useRef<HTMLElement>(null);
  const sticks = useRef(true);
  useEffect(() => {
    const element = list.current;
    let lastTop = element?.scrollTop ?? 0;
    const onScroll = () => {
      if (element !== null) {
        sticks.current = sticksAfter(element, lastTop, sticks.current);
        lastTop = element.scrollTop;
      }
    };
    const onResize = () => holdEnd(element, sticks.current);
    element?.addEventListener("scroll", onScroll, { passive: true });
    window.addEventListener("resize", onResize);
    return () => {
      element?.removeEventListener("scroll", onScroll);
      window.removeEventListener("resize", onResize);
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed is what may have made the list longer
  useLayoutEffect(() => holdEnd(list.current, sticks.current), changes);
  return list;
}

function holdEnd(list: HTMLElement | null, sticks: boolean): void {
  if (sticks && list !== null) {
    list.scrollTop = list.scrollHeight;
  }
}

type Scrolled = Pick<HTMLElement, "scrollTop" | "scrollHeight" | "clientHeight">;

/**
 * Whether the end stays in sight after a scroll from `lastTop`. Only going up lets go of it: a scroll to the end
 * is told of late, when the list may have grown again and its end is far already.
 */
export function sticksAfter({ scrollTop, scrollHeight, clientHeight }: Scrolled, lastTop: number, stuck: boolean) {
  const isNear = scrollHeight - scrollTop - clientHeight < NEAR_PX;
  return isNear || (stuck && scrollTop >= lastTop);
}
