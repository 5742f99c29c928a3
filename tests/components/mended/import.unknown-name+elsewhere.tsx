import { useMemo, useCurrentFrame } from "react";
import { AbsoluteFill } from "remotion";

export default function Scene() {
  const frame = useCurrentFrame();
  return <AbsoluteFill>{useMemo(() => frame * 2, [frame])}</AbsoluteFill>;
}
