import { Series, useCurrentFrame } from "remotion";

const Count = () => <b>{useCurrentFrame()}</b>;

export default () => (
  <Series>
    <Series.Sequence durationInFrames={20}><Count /></Series.Sequence>
    <Series.Sequence durationInFrames={70}><Count /></Series.Sequence>
  </Series>
);
