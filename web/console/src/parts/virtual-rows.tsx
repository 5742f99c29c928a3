import { type KeyboardEvent, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";

interface VirtualRowsProps<T> {
  readonly label: string;
  readonly rows: readonly T[];
  readonly height: number;
  readonly keyOf: (row: T) => string | number;
  /** Whether who is at the end stays there when rows are added. */
  readonly sticks?: boolean;
  readonly children: (row: T, at: number) => ReactNode;
}

const BEYOND = 6;

/** Thousands of rows of one height, of which only those in sight are drawn; arrows, Page and Home go through them. */
export function VirtualRows<T>(props: VirtualRowsProps<T>): ReactNode {
  const { label, rows, height, keyOf, children, sticks = false } = props;
  const pane = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  const [sight, setSight] = useState({ top: 0, height: 600 });
  useEffect(() => {
    const element = pane.current;
    if (element === null || typeof ResizeObserver === "undefined") {
      return undefined;
    }
    const look = () => setSight({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when rows were added
  useLayoutEffect(() => {
    const element = pane.current;
    if (sticks && isAtEnd.current && element !== null) {
      element.scrollTop = element.scrollHeight;
    }
  }, [sticks, rows.length]);
  const first = Math.max(0, Math.floor(sight.top / height) - BEYOND);
  const last = Math.min(rows.length, Math.ceil((sight.top + sight.height) / height) + BEYOND);
  return (
    <section
      ref={pane}
      className="virtual"
      aria-label={`${label}, to scroll`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: rows may have no link, and are scrolled by keys all the same
      tabIndex={0}
      onScroll={(event) => {
        const { scrollTop, clientHeight, scrollHeight } = event.currentTarget;
        isAtEnd.current = scrollTop + clientHeight >= scrollHeight - 2;
        setSight({ top: scrollTop, height: clientHeight });
      }}
      onKeyDown={moveAmong}
    >
      <ul aria-label={label} style={{ height: rows.length * height }}>
        {rows.slice(first, last).map((row, at) => (
          <li
            key={keyOf(row)}
            className="virtual-row"
            style={{ top: (first + at) * height, height }}
            aria-setsize={rows.length}
            aria-posinset={first + at + 1}
          >
            {children(row, first + at)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** j and k, or the arrows, go from one row's link or button to the next. */
export function moveAmong(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  const active = document.activeElement;
  if (by === undefined || active instanceof HTMLInputElement || active instanceof HTMLSelectElement) {
    return;
  }
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row]")];
  const next = stops[stops.indexOf(active as HTMLElement) + by] ?? (by > 0 ? stops[0] : stops.at(-1));
  if (next !== undefined) {
    event.preventDefault();
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }
}
