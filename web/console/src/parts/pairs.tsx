import type { ReactNode } from "react";

interface PairsProps {
  readonly title: string;
  /** Those without a value are left out. */
  readonly pairs: readonly (readonly [name: string, value: ReactNode])[];
}

/** Names and what they are. */
export function Pairs({ title, pairs }: PairsProps): ReactNode {
  return (
    <section className="card" aria-label={title}>
      <h2>{title}</h2>
      <dl className="pairs">
        {pairs
          .filter(([, value]) => value !== "" && value !== null)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
