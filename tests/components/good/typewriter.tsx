import { useMemo } from "react";
import { AbsoluteFill, useCurrentFrame } from "remotion";

const CODE = `const answer = 42;
function greet(name: string) {
  return \`Hello, \${name}\`;
}`;

const Cursor = ({ on }: { on: boolean }) => <span style={{ opacity: on ? 1 : 0 }}>▌</span>;

export default function Typewriter() {
  const frame = useCurrentFrame();
  const shown = useMemo(() => CODE.slice(0, Math.floor(frame * 1.5)), [frame]);
  return (
    <AbsoluteFill style={{ background: "#1e1e2e", padding: 80 }}>
      <pre style={{ fontFamily: "monospace", fontSize: 36, color: "#cdd6f4", whiteSpace: "pre-wrap" }}>
        {shown}
        <Cursor on={Math.floor(frame / 8) % 2 === 0} />
      </pre>
    </AbsoluteFill>
  );
}
