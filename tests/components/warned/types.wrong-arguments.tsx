import { AbsoluteFill, interpolate, useCurrentFrame } from "remotion";

const double = (n: number) => n * 2;

export default function Scene() {
  const frame = useCurrentFrame();
  return <AbsoluteFill>{double(frame, 2)} {interpolate(frame, [0, 90], [0, 1])}</AbsoluteFill>;
}
