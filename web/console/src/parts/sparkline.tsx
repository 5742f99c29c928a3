import { memo, type ReactNode } from "react";
import { KEPT } from "../world/depths";

const WIDTH = 120;
const HEIGHT = 22;

/** The last minute as a line, its height by the most of it; read aloud as its last value and its most. */
export const Sparkline = memo(function Sparkline({ label, values }: SparklineProps): ReactNode {
  const most = Math.max(1, ...values);
  const points = values.map((value, at) => {
    const x = ((at + KEPT - values.length) / (KEPT - 1)) * WIDTH;
    return `${x.toFixed(1)},${(HEIGHT - 1 - (value / most) * (HEIGHT - 2)).toFixed(1)}`;
  });
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${label}: ${values.at(-1) ?? 0} now, at most ${Math.max(0, ...values)} in the last minute`}
    >
      <polyline points={points.join(" ")} />
    </svg>
  );
}, isSame);

interface SparklineProps {
  readonly label: string;
  readonly values: readonly number[];
}

/** A row that stays flat is not drawn again. */
function isSame(old: SparklineProps, next: SparklineProps): boolean {
  return old.values.length === next.values.length && old.values.every((value, at) => value === next.values[at]);
}
