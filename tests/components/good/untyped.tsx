import React from "react";
import { AbsoluteFill, interpolate, useCurrentFrame } from "remotion";

// As models write it when nobody asked for types.
export default function Scene(props) {
  const frame = useCurrentFrame();
  const title = props.title || "Hello";
  const rows = [];
  for (let i = 0; i < 3; i++) {
    rows.push(
      <div key={i} style={{ transform: `translateX(${interpolate(frame, [i * 5, i * 5 + 20], [-200, 0], { extrapolateLeft: "clamp", extrapolateRight: "clamp" })}px)` }}>
        {title} {i + 1}
      </div>,
    );
  }
  return <AbsoluteFill style={{ backgroundColor: "#000", color: "#fff", fontSize: 80 }}>{rows}</AbsoluteFill>;
}
