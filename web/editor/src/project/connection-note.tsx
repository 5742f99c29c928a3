import type { Connection } from "@bazaar/shared/stream";
import type { ReactNode } from "react";

const WORDS: Record<Connection, string> = {
  connecting: "Connecting",
  live: "Live",
  behind: "Behind",
  quiet: "Quiet",
  reconnecting: "Reconnecting",
  offline: "Offline",
  "signed-out": "Not signed in",
  missing: "Not found",
  deleted: "Deleted",
  replaced: "Paused",
};

const MEANINGS: Partial<Record<Connection, string>> = {
  behind: "The connection is back; what happened meanwhile is coming.",
  quiet: "Nothing was heard for a while. If it stays so, the connection is made anew.",
  reconnecting: "The connection was cut. Work goes on, and nothing is missed.",
  replaced: "Too many windows are open. Close some, then load this page again.",
  offline: "This computer has no network. What happens meanwhile is caught up with later.",
};

export function ConnectionNote({ connection }: { connection: Connection }): ReactNode {
  const meaning = MEANINGS[connection];
  return (
    <>
      {meaning !== undefined && (
        <span className="connection-meaning" title={meaning}>
          {meaning}
        </span>
      )}
      <span className={`connection ${connection}`} role="status" aria-label="Connection">
        <span className="dot" aria-hidden="true" />
        {WORDS[connection]}
      </span>
    </>
  );
}
