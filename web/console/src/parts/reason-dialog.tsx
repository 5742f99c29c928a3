import { OpenDialog } from "@bazaar/shared/look/open-dialog";
import { useAsking } from "@bazaar/shared/use-asking";
import { type ReactNode, useState } from "react";

interface ReasonDialogProps {
  /** What will be done: "Restart llm". */
  readonly title: string;
  readonly danger?: boolean;
  readonly onClose: () => void;
  /** Does it, under a key. */
  readonly act: (reason: string, key: string) => Promise<unknown>;
  /** What else is to be said about it. */
  readonly children?: ReactNode;
  readonly isReady?: boolean;
  /** What is wished besides, so that another wish has another key. */
  readonly wish?: string;
}

/** Whatever an operator does has a reason, which is written down with it. */
export function ReasonDialog(props: ReasonDialogProps): ReactNode {
  const { title, onClose, act, children, danger = false, isReady = true, wish = "" } = props;
  const [reason, setReason] = useState("");
  const asking = useAsking();
  const canGo = reason.trim() !== "" && isReady && !asking.busy;
  const go = () =>
    void asking
      .ask(`${title}\n${reason}\n${wish}`, async (key) => {
        await act(reason.trim(), key);
      })
      .then((done) => done && onClose());
  return (
    <OpenDialog title={title} onClose={onClose}>
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          if (canGo) {
            go();
          }
        }}
      >
        {children}
        <label>
          Reason
          <input
            value={reason}
            maxLength={500}
            placeholder="It is kept in the audit"
            onChange={(event) => setReason(event.target.value)}
          />
        </label>
        {asking.failure !== null && (
          <p className="failure" role="alert">
            {asking.failure}
          </p>
        )}
        <div className="actions">
          <button type="submit" className={danger ? "main danger" : "main"} disabled={!canGo}>
            {title}
          </button>
        </div>
      </form>
    </OpenDialog>
  );
}
