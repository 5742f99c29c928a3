import type { Finding } from "@bazaar/shared/events";
import type { ReactNode } from "react";
import { counted } from "../words";

export function FindingList({ findings }: { findings: readonly Finding[] }): ReactNode {
  const errors = findings.filter((finding) => finding.severity === "error").length;
  const said = errors > 0 ? counted(errors, "error") : counted(findings.length, "warning");
  return findings.length === 0 ? null : (
    <details className="findings">
      <summary>{said}</summary>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.line} ${finding.frame} ${finding.message}`}>
            {finding.message} <span className="quiet">{placeOf(finding)}</span>
            {finding.hint !== "" && <span className="hint">{finding.hint}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** "import.forbidden, line 3, frame 12": what a person may quote. */
function placeOf({ code, line, frame }: Finding): string {
  return [code, line == null ? null : `line ${line}`, frame == null ? null : `frame ${frame}`]
    .filter(Boolean)
    .join(", ");
}
