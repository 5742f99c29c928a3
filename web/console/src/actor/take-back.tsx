import { type ReactNode, useState } from "react";
import { acts } from "../api";
import { ReasonDialog } from "../parts/reason-dialog";
import { useConsole } from "../world/console-context";

/** Take one message back: out of the line, or out of the hand of an actor that has many. */
export function TakeBack({ child, seq }: { readonly child: string; readonly seq: number }): ReactNode {
  const { isLive } = useConsole();
  const [asks, setAsks] = useState(false);
  if (!isLive) {
    return null;
  }
  return (
    <>
      <button type="button" className="small" aria-label={`Take message ${seq} back`} onClick={() => setAsks(true)}>
        Take back
      </button>
      {asks && (
        <ReasonDialog
          title={`Take message ${seq} back`}
          danger
          onClose={() => setAsks(false)}
          act={(reason, key) => acts.takeBack(child, seq, { reason }, key)}
        />
      )}
    </>
  );
}
