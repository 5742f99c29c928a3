import { AbsoluteFill, useCurrentFrame } from "remotion";

export default function Scene() {
  const frame = useCurrentFrame();
  const data = require("./data.json");
  return <AbsoluteFill style={{ fontSize: 80 }}>{frame} <b>{data.x}</b></AbsoluteFill>;
}
