import { type ReactNode, useState } from "react";
import { acts } from "../api";
import { ReasonDialog } from "../parts/reason-dialog";
import type { Letter } from "../told/letters";
import { changedIn, written } from "./changed";
import { obeyed } from "./refused";

interface EditAndReplayProps {
  readonly letter: Letter;
  readonly number: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Some fields of the message as they should be; what is not named stays as it was. */
export function EditAndReplay({ letter, number, onClose, onDone }: EditAndReplayProps): ReactNode {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() => written(letter.message));
  const changes = changedIn(letter.message, texts);
  return (
    <ReasonDialog
      title="Replay with changes"
      isReady={changes !== null && Object.keys(changes).length > 0}
      wish={JSON.stringify(texts)}
      onClose={onClose}
      act={async (reason, key) => {
        obeyed(
          await acts.letters("replay", { reason, numbers: [number], changes: changes ?? {}, dry_run: false }, key),
        );
        onDone();
      }}
    >
      <p className="quiet">What is long or secret is shown shortened; only the fields that you change are sent.</p>
      {Object.entries(texts).map(([name, text]) => (
        <label key={name}>
          {name}
          <input value={text} onChange={(event) => setTexts({ ...texts, [name]: event.target.value })} />
        </label>
      ))}
      {changes === null && <p role="alert">Each field takes JSON, as it stands there now.</p>}
    </ReasonDialog>
  );
}
