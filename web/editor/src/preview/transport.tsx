import type { ReactNode } from "react";
import { timecode } from "../words";
import { type Look, LookControls } from "./look-controls";
import { useFrame, usePlayhead } from "./use-playhead";
import type { Preview } from "./use-preview";

interface TransportProps {
  readonly preview: Preview;
  readonly fps: number;
  readonly look: Look;
}

/** Of what is here, only the slider and the time are drawn anew with every frame that plays. */
export function Transport({ preview, fps, look }: TransportProps): ReactNode {
  return (
    <fieldset className="transport" aria-label="Transport">
      <PlayButton preview={preview} />
      <FrameSlider preview={preview} />
      <Timecode preview={preview} fps={fps} />
      <LookControls manner={preview.manner} look={look} />
    </fieldset>
  );
}

function PlayButton({ preview: { playhead, total, toggle } }: { preview: Preview }): ReactNode {
  const playing = usePlayhead(playhead, (now) => now.playing);
  return (
    <button
      type="button"
      className="play"
      onClick={toggle}
      disabled={total === 0}
      aria-label={playing ? "Pause" : "Play"}
      aria-keyshortcuts="Space J K L"
      title={playing ? "Pause (Space or K)" : "Play (Space; J back, L forward, again for faster)"}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={playing ? "M4 3h3v10H4zM9 3h3v10H9z" : "M4.5 2.5v11l9-5.5z"} />
      </svg>
    </button>
  );
}

function FrameSlider({ preview: { playhead, total, seek } }: { preview: Preview }): ReactNode {
  const frame = useFrame(playhead, total);
  const last = Math.max(0, total - 1);
  return (
    <input
      type="range"
      aria-label="Frame"
      aria-valuetext={`frame ${frame} of ${last}`}
      min={0}
      max={last}
      value={frame}
      disabled={total === 0}
      onChange={(event) => seek(event.target.valueAsNumber)}
    />
  );
}

function Timecode({ preview: { playhead, total, rate }, fps }: { preview: Preview; fps: number }): ReactNode {
  const frame = useFrame(playhead, total);
  const playing = usePlayhead(playhead, (now) => now.playing);
  const whole = timecode(total, fps);
  return (
    <output className="timecode" aria-live="off">
      <span className="timecode-now" style={{ width: `${whole.length}ch` }}>
        {timecode(frame, fps)}
      </span>
      <span>{` / ${whole} `}</span>
      <span className="quiet">{`frame ${frame}`}</span>
      {playing && rate !== 1 && <span className="rate"> {rate < 0 ? `−${-rate}` : rate}×</span>}
    </output>
  );
}
