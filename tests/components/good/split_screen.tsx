import { AbsoluteFill, Easing, interpolate, useCurrentFrame } from "remotion";

const Half = ({ side, title, colour, shown }: { side: "left" | "right"; title: string; colour: string; shown: number }) => (
  <div style={{ position: "absolute", top: 0, bottom: 0, [side]: 0, width: `${50 * shown}%`, background: colour, overflow: "hidden", display: "grid", placeItems: "center" }}>
    <h2 style={{ fontSize: 72, color: "white", whiteSpace: "nowrap" }}>{title}</h2>
  </div>
);

export default function SplitScreen() {
  const frame = useCurrentFrame();
  const shown = interpolate(frame, [0, 25], [0, 1], { easing: Easing.bezier(0.22, 1, 0.36, 1), extrapolateRight: "clamp" });
  return (
    <AbsoluteFill style={{ background: "#111" }}>
      <Half side="left" title="Before" colour="#37474f" shown={shown} />
      <Half side="right" title="After" colour="#00897b" shown={shown} />
    </AbsoluteFill>
  );
}
