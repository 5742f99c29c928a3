import type { ReactNode } from "react";
import { tell, useTelling } from "./notify";

/** Offered while work goes on: that is when somebody may want to go elsewhere and be told. */
export function NotifyButton(): ReactNode {
  const state = useTelling();
  return state === "impossible" ? null : (
    <button
      type="button"
      className="small"
      aria-pressed={state === "on"}
      title="The browser tells you when the work is done and this page is not in sight"
      onClick={() => void tell(state === "off")}
    >
      {state === "on" ? "Tells you when done" : "Tell me when done"}
    </button>
  );
}
