import { type ReactNode, useEffect, useMemo, useState } from "react";
import { FilterBar } from "../parts/filter-bar";
import { useFilters } from "../route";
import type { Span } from "../told/actors";
import { counted } from "../words";
import { useConsole, useWorld } from "../world/console-context";
import { useRead } from "../world/use-read";
import { joined, newIn, sequenceOf } from "./sequence";
import { SequenceDiagram } from "./sequence-diagram";
import { SpanPanel } from "./span-panel";

const NAMES = ["actor", "type", "job", "trace", "text", "outcome"] as const;
const FIELDS = [
  { name: "actor", label: "Actor" },
  { name: "type", label: "Message" },
  { name: "job", label: "Job" },
  { name: "trace", label: "Trace" },
  { name: "text", label: "Text" },
  { name: "outcome", label: "Outcome" },
] as const;

/** Messages as they go from actor to actor: all of them, or those of one job, trace, actor or type. */
export function MessagesPage(): ReactNode {
  const { store } = useConsole();
  const [filters, change] = useFilters(NAMES);
  const [held, setHeld] = useState<readonly Span[] | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const query = useMemo(
    () => new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== "")).toString(),
    [filters],
  );
  useEffect(() => store.withSpans(new URLSearchParams(query)), [store, query]);
  const world = useWorld("spans");
  const kept = useRead(`spans ${query}`, (reads) => reads.spans({ ...filters, limit: "500" }));
  const version = world.versions.spans;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the log of spans is changed in place, `version` says when
  const spans = useMemo(
    () =>
      joined(kept.value?.spans ?? [], world.spans.all()).filter(
        (span) => !filters.outcome || span.outcome.startsWith(filters.outcome),
      ),
    [kept.value, version, filters.outcome],
  );
  const shown = held ?? spans;
  const sequence = useMemo(() => sequenceOf(shown), [shown]);
  const toggle = () => setHeld((old) => (old === null ? spans : null));
  useHoldKey(toggle);
  return (
    <>
      <div className="page-head">
        <h1>Messages</h1>
        <FilterBar values={filters} onChange={change} fields={FIELDS} />
        <span className="spring" />
        <button type="button" className="small" aria-pressed={held !== null} onClick={toggle}>
          {held === null ? "Hold" : `Held, ${newIn(held, spans)} new`}
        </button>
      </div>
      <p className="quiet">
        {counted(shown.length, "message")}
        {world.spansLeftOut > 0 && `; ${world.spansLeftOut} more went by too fast to show, narrow the filter`}
        {!world.now.tracing && "; tracing is off"}
        {kept.failure !== null && `; ${kept.failure}`}
      </p>
      {shown.length === 0 ? (
        <p className="quiet waiting">No message fits yet.</p>
      ) : (
        <SequenceDiagram sequence={sequence} chosen={chosen} onChoose={setChosen} sticks={held === null} />
      )}
      {chosen !== null && <SpanPanel key={chosen} span={chosen} onChoose={setChosen} onClose={() => setChosen(null)} />}
    </>
  );
}

function useHoldKey(toggle: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target;
      if (event.key === "h" && !event.ctrlKey && !event.metaKey && !(target instanceof HTMLInputElement)) {
        toggle();
      }
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [toggle]);
}
