import { useState } from "react";
import { interpolate, useCurrentFrame, useVideoConfig } from "remotion";

export default function Counter() {
  const [goal] = useState<number>(1_250);
  const { durationInFrames } = useVideoConfig();
  const shown = Math.round(interpolate(useCurrentFrame(), [0, durationInFrames - 1], [0, goal]));
  return <p style={{ fontSize: 80 }}>{shown.toLocaleString("en-US")}</p>;
}
