import type { ReactNode } from "react";

/** What a cut-off edge leaves (90 %), and where texts are safe from it (80 %). */
export function SafeAreas(): ReactNode {
  return (
    <div className="safe-areas" aria-hidden="true">
      <span className="action-safe" />
      <span className="title-safe" />
    </div>
  );
}
