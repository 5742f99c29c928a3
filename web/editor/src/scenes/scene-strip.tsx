import type { ReactNode } from "react";
import { percentOf } from "../conversation/job-words";
import { seconds } from "../words";
import { type PlacedScene, sceneAt, stateOf } from "./placed-scenes";

interface SceneStripProps {
  readonly scenes: readonly PlacedScene[];
  readonly fps: number;
  readonly frame: number;
  readonly onSeek: (frame: number) => void;
}

export function SceneStrip({ scenes, fps, frame, onSeek }: SceneStripProps): ReactNode {
  const current = sceneAt(scenes, frame);
  return (
    <section className="scene-strip" aria-labelledby="scenes-title">
      <h2 id="scenes-title">Scenes</h2>
      {scenes.length === 0 && <p className="quiet">Scenes appear here as they are planned.</p>}
      <ol aria-label="Scenes">
        {scenes.map((placed, index) => (
          <li key={placed.scene.id} style={{ flexGrow: placed.scene.duration_frames }}>
            <SceneButton
              placed={placed}
              number={index + 1}
              fps={fps}
              isCurrent={placed === current}
              onSeek={() => onSeek(placed.start)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface SceneButtonProps {
  readonly placed: PlacedScene;
  readonly number: number;
  readonly fps: number;
  readonly isCurrent: boolean;
  readonly onSeek: () => void;
}

function SceneButton({ placed, number, fps, isCurrent, onSeek }: SceneButtonProps): ReactNode {
  const { kind, words } = stateOf(placed);
  return (
    <button type="button" className={`scene ${kind}`} aria-current={isCurrent || undefined} onClick={onSeek}>
      <span className="scene-name">
        <span className="scene-number">{number}</span>
        {placed.scene.name}
      </span>
      <span className="scene-facts">
        <span>{seconds(placed.scene.duration_frames, fps)}</span>
        <span className="scene-state" title={words}>
          {words}
        </span>
      </span>
      {kind === "working" && placed.job !== null && (
        <span className="scene-bar" style={{ width: `${percentOf(placed.job)}%` }} aria-hidden="true" />
      )}
    </button>
  );
}
