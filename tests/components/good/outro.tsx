import { memo, useMemo, type CSSProperties } from "react";
import { AbsoluteFill, Img, staticFile, useCurrentFrame } from "remotion";

const full: CSSProperties = { width: 200, height: 200 };

const Logo = memo(({ style }: { style: CSSProperties }) => <Img src={staticFile("logo.png")} style={style} />);

export default function Outro({ words = "import { X } from \"elsewhere\"" }) {
  const frame = useCurrentFrame();
  const turned = useMemo(() => ({ ...full, transform: `rotate(${frame}deg)` }), [frame]);
  return (
    <AbsoluteFill>
      <Logo style={turned} />
      <p>{words}</p>
    </AbsoluteFill>
  );
}
