import { createContext, type ReactNode, useContext, useMemo } from "react";
import { Sequence, type SequenceProps } from "./sequence";
import { useCurrentFrame, useVideoConfig } from "./timeline";
import { describe } from "./value";

export interface LoopProps extends Pick<SequenceProps, "children" | "layout" | "name" | "style"> {
  /** Length of one round, in frames. */
  readonly durationInFrames: number;
  /** How often; without it, on and on. */
  readonly times?: number;
}

interface Round {
  readonly iteration: number;
  readonly durationInFrames: number;
}

const RoundContext = createContext<Round | null>(null);

/** Plays its children again and again, each round from its own frame zero. */
export function Loop({ durationInFrames, times = Number.POSITIVE_INFINITY, children, ...rest }: LoopProps): ReactNode {
  checkRounds(durationInFrames, times);
  const frame = useCurrentFrame();
  const iteration = Math.floor(Math.max(0, frame) / durationInFrames);
  const round = useMemo(() => ({ iteration, durationInFrames }), [iteration, durationInFrames]);
  const rounds = Math.min(times, Math.ceil(useVideoConfig().durationInFrames / durationInFrames));
  if (frame >= durationInFrames * rounds) {
    return null;
  }
  return (
    <RoundContext.Provider value={round}>
      <Sequence {...rest} from={iteration * durationInFrames} durationInFrames={durationInFrames}>
        {children}
      </Sequence>
    </RoundContext.Provider>
  );
}
Loop.useLoop = (): Round | null => useContext(RoundContext);

function checkRounds(durationInFrames: unknown, times: unknown): void {
  if (typeof durationInFrames !== "number" || !(durationInFrames > 0 && Number.isFinite(durationInFrames))) {
    const found = describe(durationInFrames);
    throw new TypeError(`durationInFrames of a Loop is ${found}; give a finite number of frames above 0`);
  }
  if (typeof times !== "number" || !(times >= 0)) {
    throw new TypeError(`times of a Loop is ${describe(times)}; give a number of rounds, 0 or more`);
  }
}
