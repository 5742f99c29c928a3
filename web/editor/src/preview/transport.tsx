import type { ReactNode } from "react";
import { timecode } from "../words";
import { type Look, LookControls } from "./look-controls";
import type { Preview } from "./use-preview";

interface TransportProps {
  readonly preview: Preview;
  readonly fps: number;
  readonly look: Look;
}

export function Transport({ preview, fps, look }: TransportProps): ReactNode {
  const { frame, total, playing, rate, toggle, seek } = preview;
  const last = Math.max(0, total - 1);
  return (
    <fieldset className="transport" aria-label="Transport">
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
      <output className="timecode" aria-live="off">
        {timecode(frame, fps)} / {timecode(total, fps)} <span className="quiet">frame {frame}</span>
        {playing && rate !== 1 && <span className="rate"> {rate < 0 ? `−${-rate}` : rate}×</span>}
      </output>
      <LookControls manner={preview.manner} look={look} />
    </fieldset>
  );
}
