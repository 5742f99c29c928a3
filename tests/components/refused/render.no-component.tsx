import { AbsoluteFill, useCurrentFrame } from "remotion";

const table = { scene: "not a component" };

export default table["scene"];
