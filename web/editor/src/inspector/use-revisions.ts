import { sentenceOf } from "@bazaar/shared/problem";
import { useEffect, useState } from "react";
import { type Revision, revisionsOf } from "../api";

export interface Revisions {
  readonly known: readonly Revision[];
  readonly loaded: boolean;
  readonly failure: string | null;
}

const NONE: Revisions = { known: [], loaded: false, failure: null };

/** The revisions of a scene, read anew whenever `moment` changes; what was read stays until then. */
export function useRevisions(scene: string, moment: string): Revisions {
  const [revisions, setRevisions] = useState(NONE);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the moment says that there is something new to read
  useEffect(() => {
    let wanted = true;
    revisionsOf(scene).then(
      (known) => wanted && setRevisions({ known, loaded: true, failure: null }),
      (error: unknown) => wanted && setRevisions((before) => ({ ...before, failure: sentenceOf(error) })),
    );
    return () => {
      wanted = false;
    };
  }, [scene, moment]);
  return revisions;
}
