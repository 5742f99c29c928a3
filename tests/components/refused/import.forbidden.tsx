import { motion } from "framer-motion";
import { AbsoluteFill, useCurrentFrame } from "remotion";

export default function Scene() {
  const frame = useCurrentFrame();
  return <AbsoluteFill style={{ fontSize: 80 }}>{frame} <motion.b>x</motion.b></AbsoluteFill>;
}
