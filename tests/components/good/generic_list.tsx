import { type ReactNode } from "react";
import { AbsoluteFill, useCurrentFrame } from "remotion";

enum Tone { Calm = "#80cbc4", Loud = "#ff5252" }

interface StaggerProps<T> {
  items: readonly T[];
  every: number;
  children: (item: T, age: number) => ReactNode;
}

function Stagger<T>({ items, every, children }: StaggerProps<T>) {
  const frame = useCurrentFrame();
  return <>{items.map((item, i) => children(item, frame - i * every))}</>;
}

const items = [{ text: "breathe", tone: Tone.Calm }, { text: "SHOUT", tone: Tone.Loud }] satisfies { text: string; tone: Tone }[];

export default function GenericList() {
  return (
    <AbsoluteFill style={{ background: "#263238", padding: 60 }}>
      <Stagger items={items} every={15}>
        {(item, age) => <h1 key={item.text} style={{ color: item.tone, fontSize: 100, opacity: Math.min(1, Math.max(0, age / 10)) }}>{item.text}</h1>}
      </Stagger>
    </AbsoluteFill>
  );
}
