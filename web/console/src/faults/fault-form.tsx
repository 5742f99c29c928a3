import { useAsking } from "@bazaar/shared/use-asking";
import { type ReactNode, useState } from "react";
import { acts } from "../api";
import { addressOf } from "../route";
import type { FaultKind } from "../told/faults";
import { useWorld } from "../world/console-context";
import { NUMBERS, valuesOf } from "./values";

const EMPTY = { message: "", step: "", actor: "", nth: "", probability: "", delay_s: "", seconds: "30", reason: "" };
const WORDS: Readonly<Record<keyof typeof EMPTY, string>> = {
  message: "Message type begins with",
  step: "Step",
  actor: "Actor",
  nth: "Only the nth that fits",
  probability: "Or each with probability",
  delay_s: "Delay in seconds",
  seconds: "Off by itself after seconds",
  reason: "Reason",
};
const ALWAYS = ["nth", "probability", "seconds", "reason"] as const;

/** What to break, where, how often and for how long. */
export function FaultForm({
  kinds,
  onDone,
}: {
  readonly kinds: readonly FaultKind[];
  readonly onDone: () => void;
}): ReactNode {
  const [kind, setKind] = useState(kinds[0]?.kind ?? "");
  const [filled, setFilled] = useState(EMPTY);
  const asking = useAsking();
  const { mailboxes } = useWorld("now");
  const chosen = kinds.find((each) => each.kind === kind);
  const fields = [...(chosen?.needs ?? []), ...ALWAYS];
  const body = { kind, ...valuesOf(filled, fields) };
  const go = () =>
    void asking.ask(JSON.stringify(body), async (key) => {
      const { id } = await acts.breakOnPurpose({ ...body, reason: filled.reason.trim() }, key);
      onDone();
      window.location.hash = addressOf("faults", id);
    });
  return (
    <form
      className="card"
      aria-label="Break something"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <h2>Break something</h2>
      <div className="fields wide">
        <label>
          Fault
          <select value={kind} onChange={(event) => setKind(event.target.value)}>
            {kinds.map((each) => (
              <option key={each.kind}>{each.kind}</option>
            ))}
          </select>
        </label>
        {fields.map((name) => (
          <label key={name}>
            {WORDS[name]}
            <input
              value={filled[name]}
              list={name === "actor" ? "addresses" : undefined}
              inputMode={NUMBERS.includes(name) ? "decimal" : undefined}
              onChange={(event) => setFilled({ ...filled, [name]: event.target.value })}
            />
          </label>
        ))}
      </div>
      <datalist id="addresses">
        {[...mailboxes.keys()].slice(0, 100).map((address) => (
          <option key={address} value={address} />
        ))}
      </datalist>
      <p className="quiet">{chosen?.what}</p>
      {asking.failure !== null && (
        <p className="failure" role="alert">
          {asking.failure}
        </p>
      )}
      <p className="actions">
        <button type="submit" className="main danger" disabled={filled.reason.trim() === "" || asking.busy}>
          Break it
        </button>
      </p>
    </form>
  );
}
