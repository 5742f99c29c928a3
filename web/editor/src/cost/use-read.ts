import { useEffect, useState } from "react";

interface Read<Found> {
  readonly found: Found | null;
  readonly failure: unknown;
}

/** What the server answers, read once for each `name`. */
export function useRead<Found>(ask: (name: string) => Promise<Found>, name: string): Read<Found> {
  const [read, setRead] = useState<Read<Found>>({ found: null, failure: null });
  useEffect(() => {
    let wanted = true;
    ask(name).then(
      (found) => wanted && setRead({ found, failure: null }),
      (failure: unknown) => wanted && setRead({ found: null, failure }),
    );
    return () => {
      wanted = false;
    };
  }, [ask, name]);
  return read;
}
