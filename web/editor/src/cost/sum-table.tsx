import type { ReactNode } from "react";
import { caveatOf, moneyOf, spendingInWords, tokensOf } from "./spending-words";
import type { Spending } from "./usage";

interface SumTableProps {
  /** What a row stands for. */
  readonly caption: string;
  readonly rows: readonly { readonly name: string; readonly spending: Spending }[];
}

export function SumTable({ caption, rows }: SumTableProps): ReactNode {
  return (
    <table className="spending-table">
      <thead>
        <tr>
          <th scope="col">{caption}</th>
          <th scope="col">Calls</th>
          <th scope="col">Tokens</th>
          <th scope="col">Cost</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, spending }) => (
          <tr key={name} title={spendingInWords(spending)}>
            <th scope="row">{name}</th>
            <td>{spending.calls}</td>
            <td>{tokensOf(spending)}</td>
            <td>{costInWords(spending)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function costInWords(spending: Spending): string {
  const [known] = moneyOf(spending);
  return known ?? (spending.unpriced > 0 ? "no price known" : caveatOf(spending) === null ? "free" : "free, estimated");
}
