import { createContext, type ReactNode, useContext } from "react";
import { AbsoluteFill, useCurrentFrame, useVideoConfig } from "remotion";

type Theme = { ink: string; paper: string };
const ThemeContext = createContext<Theme>({ ink: "black", paper: "white" });

const useProgress = () => {
  const frame = useCurrentFrame();
  const { durationInFrames } = useVideoConfig();
  return frame / (durationInFrames - 1);
};

function Page({ children }: { children: ReactNode }) {
  const { ink, paper } = useContext(ThemeContext);
  return <AbsoluteFill style={{ color: ink, backgroundColor: paper, fontSize: 80, padding: 80 }}>{children}</AbsoluteFill>;
}

const Percent = () => <p>{(useProgress() * 100).toFixed(0)} percent</p>;

export default function ThemedScene() {
  return (
    <ThemeContext.Provider value={{ ink: "#ffcc80", paper: "#3e2723" }}>
      <Page><Percent /></Page>
    </ThemeContext.Provider>
  );
}
