import { AbsoluteFill, interpolate, spring, useCurrentFrame, useVideoConfig } from "remotion";

type Props = { quote?: string; author?: string };

export default function Quote({ quote = "Simplicity is the ultimate sophistication.", author = "Leonardo" }: Props) {
  const frame = useCurrentFrame();
  const { fps } = useVideoConfig();
  const words = quote.split(" ");
  return (
    <AbsoluteFill style={{ background: "#faf3e0", color: "#3e2723", padding: "10%", justifyContent: "center" }}>
      <blockquote style={{ fontSize: 64, fontFamily: "Georgia, serif", margin: 0 }}>
        {words.map((word, i) => {
          const y = spring({ frame: frame - i * 3, fps, from: 30, to: 0 });
          return (
            <span key={`${word}-${i}`} style={{ display: "inline-block", marginRight: 14, transform: `translateY(${y}px)`, opacity: interpolate(y, [0, 30], [1, 0]) }}>
              {word}
            </span>
          );
        })}
      </blockquote>
      <cite style={{ marginTop: 40, fontSize: 32, opacity: interpolate(frame, [40, 55], [0, 1], { extrapolateLeft: "clamp", extrapolateRight: "clamp" }) }}>
        — {author}
      </cite>
    </AbsoluteFill>
  );
}
