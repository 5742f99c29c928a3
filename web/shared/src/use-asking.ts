/** Keeps true what people see of a request: that it is under way, and in a sentence why it failed. */

import { useCallback, useRef, useState } from "react";
import { sentenceOf } from "./problem";

export interface Asking {
  readonly busy: boolean;
  readonly failure: string | null;
  /** Ask for something under a key. The same wish asked again after a failure keeps its key. True when it was done. */
  readonly ask: (wish: string, act: (key: string) => Promise<void>) => Promise<boolean>;
}

export function useAsking(): Asking {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const last = useRef<{ wish: string; key: string } | null>(null);
  const ask = useCallback<Asking["ask"]>(async (wish, act) => {
    const key = last.current?.wish === wish ? last.current.key : crypto.randomUUID();
    last.current = { wish, key };
    setBusy(true);
    setFailure(null);
    try {
      await act(key);
      last.current = null;
      return true;
    } catch (error) {
      setFailure(sentenceOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  }, []);
  return { busy, failure, ask };
}
