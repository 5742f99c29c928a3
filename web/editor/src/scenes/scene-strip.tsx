import { type ReactNode, type RefObject, useEffect, useRef } from "react";
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
  const list = useCurrentInSight(current?.scene.id);
  return (
    <section className="scene-strip" aria-labelledby="scenes-title">
      <h2 id="scenes-title">Scenes</h2>
      {scenes.length === 0 && <p className="quiet">Scenes appear here as they are planned.</p>}
      <ol aria-label="Scenes" ref={list}>
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

/** Keeps the scene that plays in sight where not all fit. Only the strip is moved, never the page. */
function useCurrentInSight(current: string | undefined): RefObject<HTMLOListElement | null> {
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: which scene plays is what moves the mark
  useEffect(() => {
    const strip = list.current;
    const marked = strip?.querySelector<HTMLElement>("[aria-current]")?.parentElement;
    if (strip && marked) {
      const start = marked.offsetLeft - strip.offsetLeft;
      const first = start + marked.offsetWidth - strip.clientWidth;
      strip.scrollLeft = Math.min(start, Math.max(strip.scrollLeft, first));
    }
  }, [current]);
  return list;
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
