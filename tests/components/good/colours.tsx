import { AbsoluteFill, interpolateColors, useCurrentFrame } from "remotion";

const Colours = () => {
  const backgroundColor = interpolateColors(useCurrentFrame(), [0, 45, 89], ["navy", "#ff7f50", "rgb(255, 255, 255)"]);
  return <AbsoluteFill style={{ backgroundColor }} />;
};

export { Colours as default };
