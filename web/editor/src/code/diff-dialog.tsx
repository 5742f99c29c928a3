import { sentenceOf } from "@bazaar/shared/problem";
import { Dialog } from "radix-ui";
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
    <Dialog.Root open onOpenChange={(open) => open || onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="overlay" />
        <Dialog.Content className="dialog large" aria-describedby={undefined}>
          <header>
            <Dialog.Title>
              Revision {before.number} beside revision {after.number}
            </Dialog.Title>
            <Dialog.Close className="small">Close</Dialog.Close>
          </header>
          <Diff before={before.id} after={after.id} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
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
