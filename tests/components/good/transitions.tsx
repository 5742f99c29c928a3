import { AbsoluteFill, useCurrentFrame } from "remotion";
import { linearTiming, springTiming, TransitionSeries } from "@remotion/transitions";
import { fade } from "@remotion/transitions/fade";
import { slide } from "@remotion/transitions/slide";

const Card = ({ text, colour }: { text: string; colour: string }) => (
  <AbsoluteFill style={{ background: colour, alignItems: "center", justifyContent: "center", fontSize: 120, color: "white" }}>
    {text} {useCurrentFrame()}
  </AbsoluteFill>
);

export default function Transitions() {
  return (
    <TransitionSeries>
      <TransitionSeries.Sequence durationInFrames={40}><Card text="One" colour="#5e35b1" /></TransitionSeries.Sequence>
      <TransitionSeries.Transition presentation={fade()} timing={linearTiming({ durationInFrames: 10 })} />
      <TransitionSeries.Sequence durationInFrames={40}><Card text="Two" colour="#00897b" /></TransitionSeries.Sequence>
      <TransitionSeries.Transition presentation={slide()} timing={springTiming({ durationInFrames: 12, config: { damping: 200 } })} />
      <TransitionSeries.Sequence durationInFrames={40}><Card text="Three" colour="#f4511e" /></TransitionSeries.Sequence>
    </TransitionSeries>
  );
}
