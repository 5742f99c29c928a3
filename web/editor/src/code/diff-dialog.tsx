import { OpenDialog } from "@bazaar/shared/look/open-dialog";
import { sentenceOf } from "@bazaar/shared/problem";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { type Revision, sourceOf } from "../api";

interface DiffDialogProps {
  readonly before: Revision;
  readonly after: Revision;
  readonly onClose: () => void;
}

/** Two revisions side by side. */
export function DiffDialog({ before, after, onClose }: DiffDialogProps): ReactNode {
  return (
    <OpenDialog title={`Revision ${before.number} beside revision ${after.number}`} onClose={onClose} className="large">
      <Diff before={before.id} after={after.id} />
    </OpenDialog>
  );
}

function Diff({ before, after }: { before: string; after: string }): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let mounted: { close: () => void } | null = null;
    let wanted = true;
    Promise.all([sourceOf(before), sourceOf(after), import("./mounting")]).then(
      ([one, other, { mountDiff }]) => {
        if (wanted && place.current !== null) {
          mounted = mountDiff(place.current, one, other);
        }
      },
      (error: unknown) => wanted && setFailure(sentenceOf(error)),
    );
    return () => {
      wanted = false;
      mounted?.close();
    };
  }, [before, after]);
  return failure === null ? <div className="diff" ref={place} /> : <p role="alert">{failure}</p>;
}
