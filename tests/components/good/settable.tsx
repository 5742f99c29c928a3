import type { FC } from "react";
import { AbsoluteFill, interpolate, useCurrentFrame } from "remotion";

const INK = "#ffe8d6";

type Mood = "calm" | "loud";

interface Settings {
  headline?: string;
  mood?: Mood;
  ink?: string;
  size?: number;
  underlined?: boolean;
}

/** Each of these is a control in the editor: a text, a choice, a colour, a number, a switch. */
const Settable: FC<Settings> = ({ headline = "Ship it", mood = "calm", ink = INK, size = 120, underlined = true }) => {
  const frame = useCurrentFrame();
  const opacity = interpolate(frame, [0, mood === "calm" ? 30 : 8], [0.1, 1], { extrapolateRight: "clamp" });
  return (
    <AbsoluteFill style={{ background: "#22223b", justifyContent: "center", alignItems: "center" }}>
      <h1 style={{ color: ink, fontSize: size, opacity, textDecoration: underlined ? "underline" : "none" }}>{headline}</h1>
    </AbsoluteFill>
  );
};

export default Settable;
