import { sentenceOf } from "@bazaar/shared/problem";
import { useEffect, useState } from "react";
import { sourceOf } from "../api";

interface Source {
  readonly text: string | null;
  readonly failure: string | null;
}

/** The source of a revision; revisions never change, so it is read once. */
export function useSource(revision: string | null): Source {
  const [source, setSource] = useState<Source>({ text: null, failure: null });
  useEffect(() => {
    let wanted = true;
    if (revision !== null) {
      sourceOf(revision).then(
        (text) => wanted && setSource({ text, failure: null }),
        (error: unknown) => wanted && setSource({ text: null, failure: sentenceOf(error) }),
      );
    }
    return () => {
      wanted = false;
    };
  }, [revision]);
  return source;
}
