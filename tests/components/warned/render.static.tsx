import { AbsoluteFill } from "remotion";

export default () => <AbsoluteFill style={{ background: "navy" }}>A still card</AbsoluteFill>;
