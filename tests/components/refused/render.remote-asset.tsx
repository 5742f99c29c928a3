import { AbsoluteFill, Img, useCurrentFrame } from "remotion";

export default function Scene() {
  return <AbsoluteFill>{useCurrentFrame()}<Img src="https://picsum.photos/800" /></AbsoluteFill>;
}
