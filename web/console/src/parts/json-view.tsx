import type { JsonValue } from "@bazaar/shared/events";
import type { ReactNode } from "react";

/** A value as it is, to be read and copied. */
export function JsonView({ label, value }: { readonly label: string; readonly value: JsonValue }): ReactNode {
  return <Pre label={label} text={typeof value === "string" ? value : JSON.stringify(value, null, 2)} />;
}

/** Text of a machine, in its own pane, which can be scrolled by keys. */
export function Pre({ label, text }: { readonly label: string; readonly text: string }): ReactNode {
  return (
    <section aria-label={label}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse must be able to scroll */}
      <pre tabIndex={0}>{text}</pre>
    </section>
  );
}
