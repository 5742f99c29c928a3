import { type ReactNode, useMemo, useState } from "react";
import type { Stretch } from "../told/jobs";
import { clock, lasting } from "../words";
import { useNow } from "../world/console-context";
import { type Bar, lanesOf, ticksOf } from "./lanes";

const LANE = 30;
const GOOD = ["heard", "handled", "in hand", "running"];

/** The life of a job as time: a lane for each actor, what was tried there, where it waited, where nothing happened. */
export function JobTimeline({ lanes }: { readonly lanes: readonly Stretch[] }): ReactNode {
  const now = useNow();
  const [chosen, setChosen] = useState<Stretch | null>(null);
  const isOpen = lanes.some(({ to }) => to === null);
  const until = isOpen ? now : 0;
  const { actors, bars, begin, end } = useMemo(() => lanesOf(lanes, until), [lanes, until]);
  if (lanes.length === 0) {
    return <p className="quiet">Nothing was done for it yet.</p>;
  }
  return (
    <section className="timeline" aria-label="Timeline">
      <div className="lane-names" aria-hidden="true">
        {actors.map((actor) => (
          <span key={actor}>{actor}</span>
        ))}
      </div>
      <div className="lanes" style={{ height: actors.length * LANE + 22 }}>
        {actors.map((actor, lane) => (
          <div key={actor} className="lane" style={{ top: lane * LANE }} />
        ))}
        {bars.map((bar) => (
          <LaneBar
            key={`${bar.stretch.actor}.${bar.stretch.kind}.${bar.stretch.label}.${bar.stretch.from}`}
            bar={bar}
            onChoose={setChosen}
          />
        ))}
        {ticksOf(end - begin).map((tick) => (
          <span
            key={tick}
            className="tick"
            style={{ left: `${(tick / (end - begin)) * 100}%`, top: actors.length * LANE }}
          >
            {tick === 0 ? "0" : lasting(tick)}
          </span>
        ))}
      </div>
      <p className="chosen" role="status">
        {chosen === null ? <span className="quiet">Choose a bar to read it.</span> : told(chosen, now)}
      </p>
    </section>
  );
}

function LaneBar({ bar, onChoose }: { readonly bar: Bar; readonly onChoose: (stretch: Stretch) => void }): ReactNode {
  const { stretch, lane, from, to } = bar;
  const isBad = stretch.kind === "attempt" && !GOOD.includes(stretch.outcome);
  return (
    <button
      type="button"
      className={`lane-bar ${stretch.kind} ${isBad ? "failed" : ""} ${stretch.to === null ? "open" : ""}`}
      style={{ top: lane * LANE + 5, left: `${from * 100}%`, width: `max(4px, ${(to - from) * 100}%)` }}
      title={`${stretch.label}: ${stretch.outcome}`}
      aria-label={`${stretch.actor}, ${stretch.kind}: ${stretch.label}, ${stretch.outcome}`}
      onClick={() => onChoose(stretch)}
      onFocus={() => onChoose(stretch)}
    >
      {stretch.kind !== "span" && stretch.label}
    </button>
  );
}

function told(stretch: Stretch, now: number): string {
  const { actor, label, outcome, kind, attempt, from, to } = stretch;
  const what = kind === "attempt" ? `attempt ${attempt}` : kind;
  const until = to === null ? "still" : outcome;
  return `${clock(from, true)} ${actor}, ${what}: ${label}, ${lasting((to ?? now) - from)}, ${until}${to === null ? ` ${outcome}` : ""}`;
}
