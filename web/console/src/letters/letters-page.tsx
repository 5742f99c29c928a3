import { type ReactNode, useState } from "react";
import { acts, type Query } from "../api";
import { BulkDialog } from "../parts/bulk-dialog";
import { FilterBar } from "../parts/filter-bar";
import { Loaded } from "../parts/loaded";
import { useFilters } from "../route";
import type { Letter } from "../told/letters";
import { counted } from "../words";
import { useConsole, useWorld } from "../world/console-context";
import { useRead } from "../world/use-read";
import { LetterEntry } from "./letter-entry";

const REASONS = [
  "stopped",
  "full",
  "dropped-oldest",
  "dropped-newest",
  "fenced",
  "expired",
  "cancelled",
  "discarded",
  "stale",
  "injected",
] as const;
const NAMES = ["reason", "address", "sender", "label", "job", "text"] as const;
const FIELDS = [
  { name: "reason", label: "Reason", choices: REASONS },
  { name: "address", label: "To" },
  { name: "sender", label: "From" },
  { name: "label", label: "Message" },
  { name: "job", label: "Job" },
  { name: "text", label: "Text" },
] as const;

/** What nobody handled, and why; each can be sent again while it is kept, one by one or all that fit. */
export function LettersPage(): ReactNode {
  const { isLive } = useConsole();
  const { log, now } = useWorld("log", "now");
  const [filters, change] = useFilters(NAMES);
  const [bulk, setBulk] = useState<"replay" | "discard" | null>(null);
  const query: Query = filters;
  const moved = `${log.at(-1)?.n} ${JSON.stringify(now.dead_letters)}`;
  const letters = useRead(`letters ${JSON.stringify(query)}`, (reads) => reads.letters(query), moved);
  return (
    <>
      <div className="page-head">
        <h1>Dead letters</h1>
        <FilterBar values={filters} onChange={change} fields={FIELDS} />
        <span className="spring" />
        {isLive && (
          <span className="actions">
            All that fit:
            <button type="button" className="small" onClick={() => setBulk("replay")}>
              replay
            </button>
            <button type="button" className="small" onClick={() => setBulk("discard")}>
              discard
            </button>
          </span>
        )}
      </div>
      <p className="quiet">{sumOf(now.dead_letters)}</p>
      <Loaded of={letters}>
        {({ letters: rows, matched }) => <Letters rows={rows} matched={matched} onDone={letters.again} />}
      </Loaded>
      {bulk !== null && (
        <BulkDialog
          title={bulk === "replay" ? "Replay all that fit" : "Discard all that fit"}
          what="dead letter"
          onClose={() => setBulk(null)}
          act={async (dry_run, reason, key) => {
            const done = await acts.letters(bulk, { reason, filter: filled(query), dry_run }, key);
            letters.again();
            return { ...done, refused: done.refused.map(({ number, detail }) => ({ name: String(number), detail })) };
          }}
        />
      )}
    </>
  );
}

interface LettersProps {
  readonly rows: readonly Letter[];
  readonly matched: number;
  readonly onDone: () => void;
}

function Letters({ rows, matched, onDone }: LettersProps): ReactNode {
  if (rows.length === 0) {
    return <p className="quiet waiting">No dead letter fits. Every message found somebody.</p>;
  }
  return (
    <>
      <p className="quiet">{counted(matched, "letter")}</p>
      <ul className="entries">
        {rows.map((letter) => (
          <LetterEntry key={`${letter.number}.${letter.at}`} letter={letter} onDone={onDone} />
        ))}
      </ul>
    </>
  );
}

function sumOf(counts: Readonly<Record<string, number>>): string {
  const told = Object.entries(counts).map(([reason, count]) => `${count} ${reason}`);
  return told.length === 0 ? "None since the process began." : `Since the process began: ${told.join(", ")}.`;
}

function filled(query: Query): Query {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== ""));
}
