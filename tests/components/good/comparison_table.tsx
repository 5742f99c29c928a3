import { AbsoluteFill, interpolate, useCurrentFrame } from "remotion";

type Row = [label: string, ours: string, theirs: string];
const ROWS: Row[] = [
  ["Price", "$9", "$29"],
  ["Exports", "∞", "10"],
  ["Offline", "✓", "✗"],
];

export default function ComparisonTable() {
  const frame = useCurrentFrame();
  return (
    <AbsoluteFill style={{ background: "white", padding: 100, fontFamily: "Arial, sans-serif", fontSize: 44, color: "#212121" }}>
      <table style={{ width: "100%", borderCollapse: "collapse" }}>
        <thead>
          <tr><th /><th>Us</th><th>Them</th></tr>
        </thead>
        <tbody>
          {ROWS.map(([label, ours, theirs], i) => (
            <tr key={label} style={{ opacity: interpolate(frame, [i * 12, i * 12 + 10], [0, 1], { extrapolateLeft: "clamp", extrapolateRight: "clamp" }) }}>
              <td>{label}</td>
              <td style={{ color: "green", textAlign: "center" }}>{ours}</td>
              <td style={{ color: "crimson", textAlign: "center" }}>{theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </AbsoluteFill>
  );
}
