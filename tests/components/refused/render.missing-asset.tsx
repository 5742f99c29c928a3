import { AbsoluteFill, Img, staticFile, useCurrentFrame } from "remotion";

export default function Scene() {
  return <AbsoluteFill>{useCurrentFrame()}<Img src={staticFile("photo.jpg")} /></AbsoluteFill>;
}
