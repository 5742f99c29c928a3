import { AbsoluteFill, useCurrentFrame } from "remotion";

let drawn = 0;

export default function Scene() {
  drawn += 1;
  return <AbsoluteFill>{useCurrentFrame()} {drawn}</AbsoluteFill>;
}
