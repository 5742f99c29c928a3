import { AbsoluteFill, useCurrentFrame } from "remotion";

export const Intro = () => <b>{useCurrentFrame()}</b>;
export const Outro = () => <i>{useCurrentFrame()}</i>;
