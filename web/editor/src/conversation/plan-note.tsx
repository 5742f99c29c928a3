import type { MessageState } from "@bazaar/shared/state";
import { type ReactNode, useEffect, useState } from "react";
import { estimateOf } from "../api";
import { counted } from "../words";

/** From so many scenes on, a person wants to know what it takes. */
const BIG_PLAN = 8;

export function PlanNote({ message }: { message: MessageState }): ReactNode {
  const { plan } = message;
  const cost = useEstimate(plan?.scenes.length ?? 0);
  return plan == null ? null : (
    <p className="plan">
      <b>Plan:</b> {plan.title}, {counted(plan.scenes.length, "scene")}
      {cost !== null && <span className="quiet plan-cost">{cost}</span>}
    </p>
  );
}

/** About what a big plan costs, in a sentence; null for a small one, or where nobody knows. */
function useEstimate(scenes: number): string | null {
  const [sentence, setSentence] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    if (scenes >= BIG_PLAN) {
      estimateOf(scenes).then(
        (found) => wanted && setSentence(found),
        () => undefined, // it is only a guess: without one the plan stands as it is
      );
    }
    return () => {
      wanted = false;
    };
  }, [scenes]);
  return sentence;
}
