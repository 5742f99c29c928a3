import { useAsking } from "@bazaar/shared/use-asking";
import { type ReactNode, useId, useState } from "react";

export interface FieldProps<T> {
  readonly label: string;
  readonly value: T;
  /** Keep what was entered; it applies at once, and comes back as an event. */
  readonly keep: (value: T, key: string) => Promise<void>;
  readonly children: (control: Control<T>) => ReactNode;
}

export interface Control<T> {
  readonly id: string;
  readonly value: T;
  /** Show what is being entered, not yet kept. */
  readonly enter: (value: T) => void;
  readonly commit: (value: T) => void;
}

/** A labelled control whose value is kept when it is done; what the server refuses is said beside it. */
export function Field<T>({ label, value, keep, children }: FieldProps<T>): ReactNode {
  const id = useId();
  const [entered, setEntered] = useState<{ readonly value: T } | null>(null);
  const asking = useAsking();
  const commit = (next: T) => {
    if (JSON.stringify(next) === JSON.stringify(value)) {
      setEntered(null);
      return;
    }
    setEntered({ value: next });
    void asking.ask(JSON.stringify(next), (key) => keep(next, key)).then(() => setEntered(null));
  };
  const control = {
    id,
    value: entered === null ? value : entered.value,
    enter: (next: T) => setEntered({ value: next }),
    commit,
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(control)}
      {asking.failure !== null && (
        <span className="field-failure" role="alert">
          {asking.failure}
        </span>
      )}
    </div>
  );
}
