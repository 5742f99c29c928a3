import type { ReactNode } from "react";
import { VirtualRows } from "../parts/virtual-rows";
import { addressOf } from "../route";
import { clock, lasting } from "../words";
import { useNow } from "../world/console-context";
import { type Arrow, OUTSIDE, type Sequence } from "./sequence";

const ROW = 34;
const LEFT = 96;
const RIGHT = 180;

interface SequenceDiagramProps {
  readonly sequence: Sequence;
  readonly chosen: number | null;
  readonly onChoose: (span: number) => void;
  readonly sticks: boolean;
}

/** A column for each actor, time downwards, an arrow for each message; what is still in hand grows. */
export function SequenceDiagram({ sequence, chosen, onChoose, sticks }: SequenceDiagramProps): ReactNode {
  const now = useNow();
  const { parties, arrows } = sequence;
  return (
    <div className="sequence">
      <ol className="parties" style={{ marginLeft: LEFT, marginRight: RIGHT }} aria-label="Who takes part">
        {parties.map((party) => (
          <li key={party}>
            {party === OUTSIDE ? party : <a href={addressOf("messages", null, { actor: party })}>{party}</a>}
          </li>
        ))}
      </ol>
      <VirtualRows label="Messages in order" rows={arrows} height={ROW} keyOf={({ span }) => span.span} sticks={sticks}>
        {(arrow) => (
          <ArrowRow
            arrow={arrow}
            parties={parties.length}
            now={now}
            isChosen={arrow.span.span === chosen}
            onChoose={onChoose}
          />
        )}
      </VirtualRows>
    </div>
  );
}

interface ArrowRowProps {
  readonly arrow: Arrow;
  readonly parties: number;
  readonly now: number;
  readonly isChosen: boolean;
  readonly onChoose: (span: number) => void;
}

function ArrowRow({ arrow, parties, now, isChosen, onChoose }: ArrowRowProps): ReactNode {
  const { span, from, to } = arrow;
  const left = (Math.min(from, to) + 0.5) / parties;
  const width = Math.abs(from - to) / parties;
  const tone = span.ended_at === null ? "open" : span.outcome === "handled" ? "" : "failed";
  return (
    <button
      type="button"
      data-row
      className={`arrow-row ${tone}`}
      aria-pressed={isChosen}
      onClick={() => onChoose(span.span)}
    >
      <time>{clock(span.sent_at, true)}</time>
      <span className="field" style={{ backgroundSize: `${100 / parties}% 100%` }}>
        <span
          className={`arrow ${from === to ? "self" : to > from ? "right" : "left"}`}
          style={{ left: `${left * 100}%`, width: from === to ? 14 : `${width * 100}%` }}
        />
        <span
          className="arrow-label"
          style={{ left: `${left * 100}%`, ...(from === to ? {} : { minWidth: `${width * 100}%` }) }}
        >
          {span.label}
          {span.attempt > 1 && ` (attempt ${span.attempt})`}
        </span>
      </span>
      <span className="outcome">{outcomeOf(arrow, now)}</span>
    </button>
  );
}

function outcomeOf({ span }: Arrow, now: number): string {
  if (span.taken_at === null) {
    return span.ended_at === null ? `waits ${lasting(now - span.sent_at)}` : span.outcome;
  }
  return span.ended_at === null
    ? `in hand ${lasting(now - span.taken_at)}`
    : `${span.outcome}, ${lasting(span.ended_at - span.taken_at)}`;
}
