import { type ReactNode, useState } from "react";
import { acts } from "../api";
import { JsonView } from "../parts/json-view";
import { JobLink, TraceLink } from "../parts/links";
import { ReasonDialog } from "../parts/reason-dialog";
import type { Letter } from "../told/letters";
import { clock } from "../words";
import { useConsole } from "../world/console-context";
import { EditAndReplay } from "./edit-and-replay";
import { obeyed } from "./refused";

type Act = "replay" | "discard" | "edit";

/** One message that nobody handled. */
export function LetterEntry({ letter, onDone }: { readonly letter: Letter; readonly onDone: () => void }): ReactNode {
  const { isLive } = useConsole();
  const [act, setAct] = useState<Act | null>(null);
  const number = letter.number;
  const close = () => setAct(null);
  return (
    <li className="card">
      <p>
        <time>{clock(letter.at, true)}</time> <strong>{letter.label}</strong>
        {` from ${letter.sender ?? "outside"} to ${letter.address}: `}
        <span className="warn">{letter.reason}</span>
        {letter.job !== null && (
          <>
            {" · job "}
            <JobLink job={letter.job} />
          </>
        )}
        {letter.trace !== null && (
          <>
            {" · "}
            <TraceLink trace={letter.trace} words="its trace" />
          </>
        )}
      </p>
      <details>
        <summary>Message</summary>
        <JsonView label="Message" value={letter.message as never} />
      </details>
      {isLive && number !== null && letter.kept && (
        <p className="actions">
          <button type="button" className="small" onClick={() => setAct("replay")}>
            Replay
          </button>
          <button type="button" className="small" onClick={() => setAct("edit")}>
            Edit and replay
          </button>
          <button type="button" className="small" onClick={() => setAct("discard")}>
            Discard
          </button>
        </p>
      )}
      {!letter.kept && <p className="quiet">No longer kept: it was sent again or discarded, or is too old.</p>}
      {act === "edit" && number !== null && (
        <EditAndReplay letter={letter} number={number} onClose={close} onDone={onDone} />
      )}
      {(act === "replay" || act === "discard") && number !== null && (
        <ReasonDialog
          title={act === "replay" ? "Replay" : "Discard"}
          danger={act === "discard"}
          onClose={close}
          act={async (reason, key) => {
            obeyed(await acts.letters(act, { reason, numbers: [number], dry_run: false }, key));
            onDone();
          }}
        />
      )}
    </li>
  );
}
