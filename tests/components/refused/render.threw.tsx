import { AbsoluteFill, useCurrentFrame } from "remotion";

export default function Scene({ items }: { items?: string[] }) {
  const frame = useCurrentFrame();
  return <AbsoluteFill>{frame}{(items as string[]).map((item) => <b key={item}>{item}</b>)}</AbsoluteFill>;
}
