import { AbsoluteFill, useCurrentFrame } from "remotion";

export default function Intro() {
  return <b>{useCurrentFrame()}</b>;
}
const Outro = () => <AbsoluteFill>{useCurrentFrame()}</AbsoluteFill>;
export { Outro as default };
