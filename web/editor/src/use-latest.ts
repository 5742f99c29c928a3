/** Functions that stay the same from one drawing to the next, and do what the latest of them does. */
import { useRef, useState } from "react";

type Acts = Readonly<Record<string, (...given: never[]) => unknown>>;

export function useLatest<T extends Acts>(acts: T): T {
  const latest = useRef(acts);
  latest.current = acts;
  const [stable] = useState(() => {
    const names = Object.keys(acts);
    return Object.fromEntries(names.map((name) => [name, (...given: never[]) => latest.current[name]?.(...given)]));
  });
  return stable as T;
}
