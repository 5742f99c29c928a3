import type { ReactNode } from "react";
import { addressOf } from "../route";
import type { Fault } from "../told/faults";
import { clock } from "../words";

/** Faults, each with a way to what it touched. */
export function FaultList({ title, faults }: { readonly title: string; readonly faults: readonly Fault[] }): ReactNode {
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      {faults.length === 0 && <p className="quiet">None.</p>}
      <ul>
        {faults.map((fault) => (
          <li key={fault.id}>
            <time>{clock(fault.began_at)}</time> <a href={addressOf("faults", fault.id)}>{fault.sentence}</a>
            {`; hit ${fault.hits} times. `}
            <span className="quiet">{fault.reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
