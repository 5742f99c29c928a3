import { AbsoluteFill, useCurrentFrame } from "remotion";

export default function Scene() {
  const frame = useCurrentFrame();
  return <AbsoluteFill style={{ fontSize: 80 }}>{frame} <ul>{["a", "b"].map((item) => <li>{item}</li>)}</ul></AbsoluteFill>;
}
