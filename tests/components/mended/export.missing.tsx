import { AbsoluteFill, useCurrentFrame } from "remotion";

export const Scene: React.FC = () => <AbsoluteFill>{useCurrentFrame()}</AbsoluteFill>;
