import { type ReactNode, useState } from "react";
import { acts } from "../api";
import { ReasonDialog } from "../parts/reason-dialog";
import { ORDERS, type Order } from "../told/actors";

const WHAT: Readonly<Record<Order, string>> = {
  restart: "It stops in good order and starts anew; what waits for it is kept.",
  stop: "It stops in good order until somebody restarts it; what comes for it waits.",
  kill: "It fails at once with what it has in hand. If it does not come back it is interrupted, then abandoned.",
  suspend: "It takes only urgent messages until it is resumed.",
  resume: "It takes messages again.",
  step: "While it is suspended: one more message is let through.",
  drain: "Nothing more is let in; what waits is handled, then it stops until somebody restarts it.",
  discard: "All that waits for it becomes dead letters.",
};
const DANGEROUS: readonly Order[] = ["stop", "kill", "drain", "discard"];

/** What can be done to an actor, each with a reason. */
export function OrderButtons({ child }: { readonly child: string }): ReactNode {
  const [order, setOrder] = useState<Order | null>(null);
  return (
    <div className="actions">
      {ORDERS.map((each) => (
        <button key={each} type="button" className="small" onClick={() => setOrder(each)}>
          {titled(each)}
        </button>
      ))}
      {order !== null && (
        <ReasonDialog
          title={`${titled(order)} ${child}`}
          danger={DANGEROUS.includes(order)}
          onClose={() => setOrder(null)}
          act={(reason, key) => acts.order(child, order, { reason }, key)}
        >
          <p>{WHAT[order]}</p>
        </ReasonDialog>
      )}
    </div>
  );
}

function titled(order: Order): string {
  return order.charAt(0).toUpperCase() + order.slice(1);
}
