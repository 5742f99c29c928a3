import { Easing, interpolate, useCurrentFrame } from "remotion";

type Bar = { label: string; value: number };
const bars: readonly Bar[] = [{ label: "A", value: 30 }, { label: "B", value: 80 }, { label: "C", value: 55 }];

export default function Chart() {
  const frame = useCurrentFrame();
  return (
    <svg width={640} height={360} viewBox="0 0 640 360">
      {bars.map(({ label, value }, index) => {
        const height = interpolate(frame, [index * 6, index * 6 + 20], [0, value * 3], {
          easing: Easing.out(Easing.cubic),
          extrapolateLeft: "clamp",
          extrapolateRight: "clamp",
        });
        return <rect key={label} x={index * 120} y={320 - height} width={80} height={height} fill="coral" />;
      })}
    </svg>
  );
}
