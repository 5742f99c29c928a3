import type { Edit, History } from "@bazaar/shared/events";
import { useAsking } from "@bazaar/shared/use-asking";
import type { ReactNode } from "react";
import type { Edits } from "../api";
import { useHistoryKeys } from "./use-history-keys";

interface HistoryButtonsProps {
  readonly history: History;
  readonly edits: Edits;
}

/** Undo and redo, by the name of what they take back; what somebody changed since is never thrown away. */
export function HistoryButtons({ history, edits }: HistoryButtonsProps): ReactNode {
  const asking = useAsking();
  const rewind = (edit: Edit | null | undefined, act: Edits["undo"]) =>
    edit == null || asking.busy ? undefined : () => void asking.ask(edit.id, (key) => act(edit.id, key));
  const undo = rewind(history.undo, edits.undo);
  const redo = rewind(history.redo, edits.redo);
  useHistoryKeys(undo, redo);
  return (
    <fieldset className="history" aria-label="History">
      <HistoryButton
        word="Undo"
        keys="Control+Z"
        edit={history.undo}
        act={undo}
        path="M7 4 3 8l4 4M3 8h7a3 3 0 0 1 0 6"
      />
      <HistoryButton
        word="Redo"
        keys="Control+Shift+Z"
        edit={history.redo}
        act={redo}
        path="m9 4 4 4-4 4m4-4H6a3 3 0 0 0 0 6"
      />
      {asking.failure !== null && (
        <span className="history-failure" role="alert">
          {asking.failure}
        </span>
      )}
    </fieldset>
  );
}

interface HistoryButtonProps {
  readonly word: string;
  readonly keys: string;
  readonly edit: Edit | null | undefined;
  readonly act: (() => void) | undefined;
  readonly path: string;
}

function HistoryButton({ word, keys, edit, act, path }: HistoryButtonProps): ReactNode {
  const what = edit == null ? `Nothing to ${word.toLowerCase()}` : `${word}: ${edit.name}`;
  return (
    <button
      type="button"
      className="icon"
      aria-label={what}
      title={what}
      aria-keyshortcuts={keys}
      disabled={!act}
      onClick={act}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  );
}
