import { AbsoluteFill, useCurrentFrame } from "remotion";

export default function Scene() {
  return <AbsoluteFill>{useCurrentFrame()}</AbsoluteFill>;
}

export { Scene as default };
