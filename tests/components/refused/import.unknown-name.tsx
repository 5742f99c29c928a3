import { AbsoluteFill, Gif, useCurrentFrame } from "remotion";

export default function Scene() {
  const frame = useCurrentFrame();
  return <AbsoluteFill>{frame}<Gif src="x" /></AbsoluteFill>;
}
