import { AbsoluteFill, useCurrentFrame } from "remotion";

const Scene = () => <AbsoluteFill>{useCurrentFrame()}</AbsoluteFill>;

console.log("registered", Scene);

export default Scene;
