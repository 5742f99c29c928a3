import { Fragment } from "react";
import { AbsoluteFill, interpolate, useCurrentFrame, useVideoConfig } from "remotion";

const EVENTS = [
  { year: 1969, title: "Moon" },
  { year: 1989, title: "Web" },
  { year: 2007, title: "Phone" },
] as const;

export default function Timeline() {
  const frame = useCurrentFrame();
  const { width, height } = useVideoConfig();
  const grown = interpolate(frame, [0, 50], [0, width * 0.8], { extrapolateRight: "clamp" });
  return (
    <AbsoluteFill style={{ background: "#eceff1", fontFamily: "sans-serif" }}>
      <div style={{ position: "absolute", left: "10%", top: height / 2, width: grown, height: 6, background: "#37474f" }} />
      {EVENTS.map(({ year, title }, i) => {
        const x = width * (0.1 + (0.8 * i) / (EVENTS.length - 1));
        const opacity = interpolate(frame, [10 + i * 18, 22 + i * 18], [0, 1], { extrapolateLeft: "clamp", extrapolateRight: "clamp" });
        return (
          <Fragment key={year}>
            <b style={{ position: "absolute", left: x - 40, top: height / 2 - 80, fontSize: 36, opacity }}>{year}</b>
            <i style={{ position: "absolute", left: x - 40, top: height / 2 + 40, fontSize: 28, opacity }}>{title}</i>
          </Fragment>
        );
      })}
    </AbsoluteFill>
  );
}
