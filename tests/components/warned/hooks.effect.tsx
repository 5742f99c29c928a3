import { useEffect, useRef } from "react";
import { AbsoluteFill, useCurrentFrame } from "remotion";

export default function Scene() {
  const frame = useCurrentFrame();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.focus();
  });
  return <AbsoluteFill style={{ fontSize: 80 }}>{frame} <b ref={box}>x</b></AbsoluteFill>;
}
