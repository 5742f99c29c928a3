import type { ReactNode } from "react";
import type { Reading } from "../world/use-read";

interface LoadedProps<T> {
  readonly of: Reading<T>;
  readonly children: (value: T) => ReactNode;
}

/** What was read; until then that it is being read, and in a sentence why it was not. */
export function Loaded<T>({ of, children }: LoadedProps<T>): ReactNode {
  return (
    <>
      {of.failure !== null && (
        <p className="failure" role="alert">
          {of.failure}{" "}
          <button type="button" className="small" onClick={of.again}>
            Try again
          </button>
        </p>
      )}
      {of.value !== null ? children(of.value) : of.failure === null && <p className="quiet">Loading…</p>}
    </>
  );
}
