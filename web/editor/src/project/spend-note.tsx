import type { ReactNode } from "react";
import type { Spending } from "../api";

/** What was spent on models, in tokens, and in money as far as prices are known. */
export function SpendNote({ spending }: { spending: Spending | null }): ReactNode {
  if (spending === null || spending.calls === 0) {
    return null;
  }
  return (
    <span className="quiet spend" title={spendingInWords(spending)}>
      {shortly(spending)}
    </span>
  );
}

export function shortly({ tokens_in, tokens_out, cost_usd, unpriced, calls }: Spending): string {
  const tokens = `${compact(tokens_in + tokens_out)} tokens`;
  return unpriced === calls || cost_usd === 0 ? tokens : `${tokens} · $${cost_usd.toFixed(cost_usd < 1 ? 3 : 2)}`;
}

export function spendingInWords(spending: Spending): string {
  const { calls, failed, tokens_in, tokens_out, tokens_cached, unpriced, estimated } = spending;
  const parts = [
    `${calls} calls of the model${failed > 0 ? `, ${failed} of them failed` : ""}`,
    `${tokens_in.toLocaleString()} tokens in (${tokens_cached.toLocaleString()} cached), ${tokens_out.toLocaleString()} out`,
    ...(unpriced > 0 ? [`${unpriced} without a known price`] : []),
    ...(estimated > 0 ? [`${estimated} estimated`] : []),
  ];
  return parts.join("; ");
}

function compact(count: number): string {
  return count < 1000 ? String(count) : `${(count / 1000).toFixed(count < 10_000 ? 1 : 0)}k`;
}
