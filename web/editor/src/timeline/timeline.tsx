import type { Still } from "@bazaar/shared/events";
import { type ReactNode, useRef } from "react";
import type { Edits } from "../api";
import type { Playhead } from "../preview/playhead";
import { usePlayhead } from "../preview/use-playhead";
import { type PlacedScene, sceneAt } from "../scenes/placed-scenes";
import { useLatest } from "../use-latest";
import { Clip } from "./clip";
import { Joint } from "./joint";
import { Ruler } from "./ruler";
import { TimelinePlayhead } from "./timeline-playhead";
import { useArrangement } from "./use-arrangement";
import { useZoom, type Zoom } from "./use-zoom";

interface TimelineProps {
  readonly scenes: readonly PlacedScene[];
  readonly stills: Readonly<Record<string, readonly Still[]>>;
  readonly fps: number;
  readonly playhead: Playhead;
  readonly selected: string | null;
  readonly edits: Edits;
  readonly onSelect: (scene: string) => void;
  readonly onSeek: (frame: number) => void;
}

/** The scenes to scale: seen, put in order, trimmed and joined, by pointer and by keyboard. */
export function Timeline(props: TimelineProps): ReactNode {
  const { stills, fps, playhead, selected, edits, onSelect, onSeek } = props;
  const arrangement = useArrangement(props.scenes, edits);
  const { scenes } = arrangement;
  const total = scenes.reduce((sum, { scene }) => sum + scene.duration_frames, 0);
  const zoom = useZoom(total);
  const track = useRef<HTMLDivElement>(null);
  const current = usePlayhead(playhead, ({ frame }) => sceneAt(scenes, frame));
  const { choose } = useLatest({
    choose: ({ scene, start }: PlacedScene) => {
      onSelect(scene.id);
      onSeek(start);
    },
  });
  return (
    <section className="timeline" aria-labelledby="timeline-title">
      <div className="timeline-head">
        <h2 id="timeline-title">Timeline</h2>
        {arrangement.failure !== null && (
          <span className="timeline-failure" role="alert">
            {arrangement.failure}
          </span>
        )}
        <span className="spring" />
        <ZoomButtons zoom={zoom} />
      </div>
      {scenes.length === 0 && <p className="quiet">Scenes appear here as they are planned.</p>}
      <div className="timeline-room" ref={zoom.room}>
        <div className="timeline-track" ref={track}>
          <div className="timeline-inside" style={{ width: total * zoom.pixelsPerFrame }}>
            <Ruler total={total} fps={fps} pixelsPerFrame={zoom.pixelsPerFrame} onSeek={onSeek} />
            <ol className="clips" aria-label="Scenes">
              {scenes.map((placed, index) => (
                <Clip
                  key={placed.scene.id}
                  placed={placed}
                  number={index + 1}
                  count={scenes.length}
                  fps={fps}
                  pixelsPerFrame={zoom.pixelsPerFrame}
                  stills={stills[placed.scene.revision ?? ""] ?? NO_STILLS}
                  isCurrent={placed === current}
                  isSelected={placed.scene.id === selected}
                  isHeld={placed.scene.id === arrangement.held}
                  acts={arrangement.acts}
                  edits={edits}
                  onSelect={choose}
                />
              ))}
            </ol>
            {scenes.slice(1).map((placed) => (
              <Joint
                key={placed.scene.id}
                placed={placed}
                pixelsPerFrame={zoom.pixelsPerFrame}
                acts={arrangement.acts}
                edits={edits}
              />
            ))}
            {total > 0 && (
              <TimelinePlayhead playhead={playhead} total={total} pixelsPerFrame={zoom.pixelsPerFrame} track={track} />
            )}
          </div>
        </div>
      </div>
    </section>
  );
}

const NO_STILLS: readonly Still[] = [];

function ZoomButtons({ zoom }: { zoom: Zoom }): ReactNode {
  return (
    <fieldset className="zoom" aria-label="Zoom of the timeline">
      <button type="button" className="small" aria-label="Farther" aria-keyshortcuts="Control+-" onClick={zoom.farther}>
        −
      </button>
      <button type="button" className="small" title="All scenes fit" aria-keyshortcuts="Control+0" onClick={zoom.fit}>
        {zoom.zoom === 1 ? "Fits" : `${zoom.zoom.toFixed(1)}×`}
      </button>
      <button type="button" className="small" aria-label="Closer" aria-keyshortcuts="Control++" onClick={zoom.closer}>
        +
      </button>
    </fieldset>
  );
}
