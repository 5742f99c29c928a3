import type { MessageState, ProjectState } from "@bazaar/shared/state";
import { type ReactNode, useEffect, useState } from "react";
import { estimateOf } from "../api";
import { counted } from "../words";
import { plannedScenes } from "./plan-scenes";

/** From so many scenes on, a person wants to know what it takes. */
const BIG_PLAN = 8;

/** What was planned, as a list that fills in; a long one closes once all of it is there. */
export function PlanNote({ message, state }: { message: MessageState; state: ProjectState }): ReactNode {
  const { plan } = message;
  const cost = useEstimate(plan?.scenes.length ?? 0);
  if (plan == null) {
    return null;
  }
  const scenes = plannedScenes(plan, state);
  const left = scenes.filter(({ kind }) => kind !== "ready" && kind !== "gone").length;
  const ready = scenes.length - left;
  return (
    <details className="plan" open={left > 0 || scenes.length < BIG_PLAN}>
      <summary>
        <b>Plan:</b> {plan.title}, {counted(scenes.length, "scene")}
        <span className="quiet plan-count">{left === 0 ? "all ready" : `${ready} of ${scenes.length} ready`}</span>
      </summary>
      {cost !== null && <span className="quiet plan-cost">{cost}</span>}
      <ol aria-label="Planned scenes">
        {scenes.map(({ id, name, kind, words }) => (
          <li key={id} className={kind}>
            <span className="plan-name">{name}</span>
            <span className="quiet">{words}</span>
          </li>
        ))}
      </ol>
    </details>
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
