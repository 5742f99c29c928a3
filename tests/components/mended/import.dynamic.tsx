import { AbsoluteFill, useCurrentFrame } from "remotion";

const Scene = () => <AbsoluteFill>{useCurrentFrame()}</AbsoluteFill>;

module.exports = Scene;
