import type { ReactNode } from "react";
import { addressOf } from "../route";
import type { Ledger, Mailbox } from "../told/actors";

const COLUMNS = ["sent", "handled", "failed", "dead", "refused", "waiting", "in_hand", "balance"] as const;

interface BooksProps {
  readonly total: Ledger;
  readonly mailboxes: ReadonlyMap<string, Mailbox>;
}

/** The books of every mailbox: what was sent is somewhere, and the last column says whether all of it is. */
export function Books({ total, mailboxes }: BooksProps): ReactNode {
  const wrong = [...mailboxes.values()].filter(({ ledger }) => ledger.balance !== 0);
  return (
    <section aria-label="Books">
      <p role="status" className={total.balance === 0 ? "good" : "bad"}>
        {total.balance === 0
          ? `${total.sent.toLocaleString("en")} sent = ${total.handled} handled + ${total.failed} failed + ${total.dead} dead + ${total.refused} refused + ${total.waiting} waiting + ${total.in_hand} in hand: 0 lost.`
          : `${total.balance} messages are not accounted for, in ${wrong.map(({ address }) => address).join(", ")}.`}
      </p>
      <table>
        <thead>
          <tr>
            <th>Mailbox</th>
            {COLUMNS.map((column) => (
              <th key={column}>{column === "balance" ? "unaccounted" : column.replace("_", " ")}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...mailboxes.values()].slice(0, 200).map(({ address, ledger }) => (
            <tr key={address}>
              <td>
                <a href={addressOf("messages", null, { actor: address })}>{address}</a>
              </td>
              {COLUMNS.map((column) => (
                <td key={column} className={toneOf(column, ledger[column])}>
                  {column === "dead" && ledger.dead > 0 ? (
                    <a href={addressOf("letters", null, { address })}>{ledger.dead}</a>
                  ) : (
                    ledger[column].toLocaleString("en")
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function toneOf(column: (typeof COLUMNS)[number], count: number): string {
  return column === "balance" && count !== 0
    ? "bad"
    : (column === "failed" || column === "dead") && count > 0
      ? "warn"
      : "";
}
