import type { ReactNode } from "react";
import { Loaded } from "../parts/loaded";
import { clock } from "../words";
import { useWorld } from "../world/console-context";
import { useRead } from "../world/use-read";

/** The audit: who did what to what, why, and what came of it. */
export function ActionList(): ReactNode {
  const { log } = useWorld("log");
  const moved = log.findLast(({ kind }) => kind === "action")?.n ?? 0;
  const actions = useRead("actions", (reads) => reads.actions(), moved);
  return (
    <Loaded of={actions}>
      {({ actions: rows }) =>
        rows.length === 0 ? (
          <p className="quiet waiting">Nobody has done anything.</p>
        ) : (
          <table>
            <thead>
              <tr>
                <th>At</th>
                <th>Who</th>
                <th>What</th>
                <th>To what</th>
                <th>Why</th>
                <th>What came of it</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.at}.${row.action}.${row.target}`}>
                  <td>{clock(row.at, true)}</td>
                  <td>{row.operator}</td>
                  <td>{row.action}</td>
                  <td>{row.target}</td>
                  <td>{row.reason}</td>
                  <td>{row.outcome}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )
      }
    </Loaded>
  );
}
