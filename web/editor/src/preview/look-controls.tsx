import type { ReactNode } from "react";
import type { Manner } from "./use-manner";

export interface Look {
  readonly isActualSize: boolean;
  readonly hasSafeAreas: boolean;
  readonly isFull: boolean;
  readonly turnSize: () => void;
  readonly turnSafeAreas: () => void;
  readonly turnFull: () => void;
}

/** How the picture is played and seen, each a button that is pressed or not. */
export function LookControls({ manner, look }: { manner: Manner; look: Look }): ReactNode {
  return (
    <div className="look-controls">
      <Turn label="Loop" isOn={manner.loop} onTurn={manner.turnLoop} path={LOOP} />
      <Turn
        label="Sound"
        keys="M"
        isOn={!manner.muted}
        onTurn={manner.turnSound}
        path={manner.muted ? "M3 6v4h2l3 3V3L5 6zM11 6l3 4M14 6l-3 4" : "M3 6v4h2l3 3V3L5 6zM11 5.5a4 4 0 0 1 0 5"}
      />
      <Turn
        label="Safe areas"
        isOn={look.hasSafeAreas}
        onTurn={look.turnSafeAreas}
        path="M2 3h12v10H2zM4.5 5.5h7v5h-7z"
      />
      <button
        type="button"
        className="turn words"
        aria-pressed={look.isActualSize}
        title={look.isActualSize ? "Fit the picture into the pane" : "Show the picture at its actual size"}
        onClick={look.turnSize}
      >
        100 %
      </button>
      <Turn
        label="Full screen"
        keys="F"
        isOn={look.isFull}
        onTurn={look.turnFull}
        path="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10"
      />
    </div>
  );
}

const LOOP = "M3 8a4 4 0 0 1 4-4h6M10.5 1.5 13 4l-2.5 2.5M13 8a4 4 0 0 1-4 4H3M5.5 14.5 3 12l2.5-2.5";

interface TurnProps {
  readonly label: string;
  readonly keys?: string;
  readonly isOn: boolean;
  readonly onTurn: () => void;
  readonly path: string;
}

function Turn({ label, keys, isOn, onTurn, path }: TurnProps): ReactNode {
  return (
    <button
      type="button"
      className="turn"
      aria-pressed={isOn}
      aria-label={label}
      aria-keyshortcuts={keys}
      title={keys === undefined ? label : `${label} (${keys})`}
      onClick={onTurn}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} />
      </svg>
    </button>
  );
}
