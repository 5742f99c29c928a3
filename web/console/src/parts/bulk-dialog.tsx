import { OpenDialog } from "@bazaar/shared/look/open-dialog";
import { useAsking } from "@bazaar/shared/use-asking";
import { type ReactNode, useEffect, useState } from "react";
import { counted } from "../words";

export interface BulkOutcome {
  readonly matched: number;
  readonly done: number;
  readonly refused: readonly { readonly name: string; readonly detail: string }[];
}

interface BulkDialogProps {
  readonly title: string;
  /** What is counted: "job". */
  readonly what: string;
  readonly onClose: () => void;
  readonly act: (dryRun: boolean, reason: string, key: string) => Promise<BulkOutcome>;
  readonly children?: ReactNode;
}

const DRY = "to see how many";

/** Something done to many at once: first it says to how many, then it does it, then it says what was refused. */
export function BulkDialog({ title, what, onClose, act, children }: BulkDialogProps): ReactNode {
  const [dry, setDry] = useState<BulkOutcome | null>(null);
  const [done, setDone] = useState<BulkOutcome | null>(null);
  const [reason, setReason] = useState("");
  const asking = useAsking();
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the dialog opens
  useEffect(() => {
    void asking.ask("dry", async (key) => setDry(await act(true, DRY, key)));
  }, []);
  const go = () => void asking.ask(`${title} ${reason}`, async (key) => setDone(await act(false, reason.trim(), key)));
  const canGo = reason.trim() !== "" && dry !== null && dry.matched > 0 && !asking.busy;
  return (
    <OpenDialog title={title} onClose={onClose}>
      <div className="fields">
        {children}
        {done === null && dry !== null && <Outcome words={`${counted(dry.matched, what)} would be taken.`} of={dry} />}
        {done !== null && <Outcome words={`Done to ${counted(done.done, what)}.`} of={done} />}
        {asking.failure !== null && (
          <p className="failure" role="alert">
            {asking.failure}
          </p>
        )}
        {done === null && (
          <>
            <label>
              Reason
              <input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
            </label>
            <div className="actions">
              <button type="button" className="main" disabled={!canGo} onClick={go}>
                {title}
              </button>
            </div>
          </>
        )}
      </div>
    </OpenDialog>
  );
}

function Outcome({ words, of }: { readonly words: string; readonly of: BulkOutcome }): ReactNode {
  return (
    <div role="status">
      <p>{words}</p>
      {of.refused.length > 0 && (
        <details>
          <summary>{of.refused.length} refused</summary>
          <ul>
            {of.refused.map(({ name, detail }) => (
              <li key={name}>{`${name}: ${detail}`}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
