import { AbsoluteFill, useCurrentFrame } from "remotion";

const Scene = () => <AbsoluteFill>{useCurrentFrame()}</AbsoluteFill>;

export default { component: Scene, durationInFrames: 90 };
