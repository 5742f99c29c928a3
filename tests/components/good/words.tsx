import React from "react";
import { AbsoluteFill, spring, useCurrentFrame, useVideoConfig } from "remotion";

const WORDS = ["fast", "safe", "café ☕", "日本"];

const Word: React.FC<{ word: string; index: number }> = ({ word, index }) => {
  const frame = useCurrentFrame();
  const { fps } = useVideoConfig();
  const scale = spring({ frame: frame - index * 5, fps, config: { damping: 12 } });
  return <span style={{ transform: `scale(${scale})`, display: "inline-block" }}>{word}</span>;
};

export default function Words() {
  return <AbsoluteFill>{WORDS.map((word, index) => <Word key={word} word={word} index={index} />)}</AbsoluteFill>;
}
