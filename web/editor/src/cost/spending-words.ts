/** What was spent, in words: tokens always, and money as far as prices are known. */
import { counted } from "../words";
import type { ModelCall, Spending } from "./usage";

export function shortly(spending: Spending): string {
  return [`${tokensOf(spending)} tokens`, ...moneyOf(spending)].join(" · ");
}

/** Nothing where no price is known, or all of it was free. */
export function moneyOf({ cost_usd, unpriced, calls }: Spending): readonly string[] {
  return unpriced === calls || cost_usd === 0 ? [] : [money(cost_usd)];
}

/** What is spent and less than a tenth of a cent is not said to be nothing. */
export function money(usd: number): string {
  if (usd > 0 && usd < 0.0005) {
    return "under $0.001";
  }
  return `$${usd.toFixed(usd < 1 ? 3 : 2)}`;
}

export function tokensOf({ tokens_in, tokens_out }: Pick<Spending, "tokens_in" | "tokens_out">): string {
  const count = tokens_in + tokens_out;
  return count < 1000 ? String(count) : `${(count / 1000).toFixed(count < 9950 ? 1 : 0)}k`;
}

/** `Mended twice · 1.2k tokens · $0.003`; null where nothing was. */
export function mendedInWords(repairs: Spending): string | null {
  const times = repairs.calls - repairs.failed;
  return times < 1 ? null : `Mended ${["once", "twice"][times - 1] ?? `${times} times`} · ${shortly(repairs)}`;
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

const STEPS: Readonly<Record<string, string>> = {
  ask: "Answer",
  replan: "Correction of the plan",
  summarise: "Summary of the conversation",
  generate: "Writing",
  repair: "Repair",
};

/** What a call was for, counted where there were more: `Repair 2`. */
export function stepInWords({ step, ordinal, attempt }: ModelCall): string {
  const name = `${STEPS[step] ?? step}${ordinal > 0 ? ` ${ordinal + 1}` : ""}`;
  return attempt > 1 ? `${name}, attempt ${attempt}` : name;
}

export function costOfCall({ cost_usd }: ModelCall): string {
  return cost_usd === null ? "no price known" : money(cost_usd);
}

/** What remains unsaid in the sums: estimates and missing prices. */
export function caveatOf({ estimated, unpriced }: Spending): string | null {
  const parts = [
    ...(estimated > 0 ? [`${counted(estimated, "call")} estimated`] : []),
    ...(unpriced > 0 ? [`${counted(unpriced, "call")} without a known price`] : []),
  ];
  return parts.length === 0 ? null : parts.join(", ");
}
