import { AbsoluteFill, useCurrentFrames } from "remotion";

export default function Scene() {
  return <AbsoluteFill>{useCurrentFrames()}</AbsoluteFill>;
}
