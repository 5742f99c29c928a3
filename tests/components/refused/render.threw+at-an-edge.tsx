import { AbsoluteFill, Sequence, useCurrentFrame } from "remotion";

const WORDS = ["one", "two"];

const Word = () => {
  const frame = useCurrentFrame();
  return <b>{WORDS[frame === 0 ? 5 : frame % 2].toUpperCase()}</b>;
};

export default function Scene() {
  return <AbsoluteFill>{useCurrentFrame()}<Sequence from={37}><Word /></Sequence></AbsoluteFill>;
}
