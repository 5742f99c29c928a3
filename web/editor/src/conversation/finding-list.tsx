import type { Finding } from "@bazaar/shared/events";
import type { ReactNode } from "react";
import { counted } from "../words";

export function FindingList({ findings }: { findings: readonly Finding[] }): ReactNode {
  return findings.length === 0 ? null : (
    <details className="findings">
      <summary>{worst(findings)}</summary>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.line} ${finding.frame} ${finding.message}`}>
            {finding.message} <span className="quiet">{placeOf(finding)}</span>
            {finding.excerpt != null && <code className="excerpt">{finding.excerpt}</code>}
            {finding.hint !== "" && <span className="hint">{finding.hint}</span>}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** How many there are of the worst kind; what a machine has mended already is a remark. */
function worst(findings: readonly Finding[]): string {
  const count = (severity: Finding["severity"]) => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count("error"), count("warning")];
  return errors > 0
    ? counted(errors, "error")
    : warnings > 0
      ? counted(warnings, "warning")
      : counted(findings.length, "remark");
}

/** "import.forbidden, line 3, frame 12": what a person may quote. */
function placeOf({ code, line, frame }: Finding): string {
  return [code, line == null ? null : `line ${line}`, frame == null ? null : `frame ${frame}`]
    .filter(Boolean)
    .join(", ");
}
