import { OpenDialog } from "@bazaar/shared/look/open-dialog";
import type { ReactNode } from "react";

const KEYS = [
  ["1 – 9", "go to a page"],
  ["/", "go to the first filter"],
  ["↓ ↑ or j k", "from one row to the next"],
  ["Enter", "open the row"],
  ["h", "on Messages: hold the list, or let it go on"],
  ["Esc", "close a dialog"],
  ["?", "this list"],
] as const;

/** What the keys do. */
export function KeyList({ onClose }: { readonly onClose: () => void }): ReactNode {
  return (
    <OpenDialog title="Keys" onClose={onClose}>
      <dl className="pairs">
        {KEYS.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </OpenDialog>
  );
}
