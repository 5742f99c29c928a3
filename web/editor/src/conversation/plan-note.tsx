import type { MessageState } from "@bazaar/shared/state";
import type { ReactNode } from "react";
import { counted } from "../words";

export function PlanNote({ message }: { message: MessageState }): ReactNode {
  const { plan } = message;
  return plan == null ? null : (
    <p className="plan">
      <b>Plan:</b> {plan.title}, {counted(plan.scenes.length, "scene")}
    </p>
  );
}
