/** Keeps the sandboxed frame true to the scenes, and its playhead at hand. */
import { PreviewHost } from "@bazaar/preview/host";
import type { Place, Pointed } from "@bazaar/preview/pointing";
import type { PreviewScene } from "@bazaar/preview/protocol";
import type { Video } from "@bazaar/shared/events";
import { type RefCallback, useCallback, useEffect, useRef, useState } from "react";
import type { PlacedScene } from "../scenes/placed-scenes";
import { Playhead, type Playing } from "./playhead";
import { useLoad } from "./use-load";
import { type Direction, type Manner, shuttled, useManner } from "./use-manner";
import { within } from "./use-playhead";
import { usePreviewScenes } from "./use-preview-scenes";

export interface Preview {
  readonly mount: RefCallback<HTMLElement>;
  readonly playhead: Playhead;
  readonly total: number;
  /** So many times as fast as the video is, backwards below zero. */
  readonly rate: number;
  readonly manner: Manner;
  /** What went wrong while a scene of the code it has now was drawn, by scene. */
  readonly faults: Readonly<Record<string, string>>;
  readonly toggle: () => void;
  readonly pause: () => void;
  /** Play that way, twice as fast each time. */
  readonly shuttle: (direction: Direction) => void;
  readonly seek: (frame: number) => void;
  /** Seek by so many frames from where the playhead is. */
  readonly step: (frames: number) => void;
  /** Ask what lies at a place of the picture; playing stops, so that it stays there. */
  readonly point: (place: Place) => void;
}

interface Fault {
  readonly scene: string;
  readonly code: string | null;
  readonly message: string;
}

const FRAME_PAGE = { src: "/preview/frame.html" };
const FROZEN = "it stopped responding and was switched off";

export function usePreview(
  video: Video,
  placed: readonly PlacedScene[],
  assets: string,
  onPointed: (target: Pointed | null) => void,
): Preview {
  const [playhead] = useState(() => new Playhead());
  const [rate, setRate] = useState(1);
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const scenes = usePreviewScenes(placed);
  const latest = useRef(scenes);
  latest.current = scenes;
  const onFault = useCallback((scene: string, message: string) => {
    const code = latest.current.find((each) => each.id === scene)?.code ?? null;
    setFaults((known) => [...known.filter((fault) => fault.scene !== scene), { scene, code, message }]);
  }, []);
  const [host, mount] = useHost(playhead.hear, onFault, onPointed);
  const manner = useManner(host);
  useLoad(host, video, scenes, assets);
  usePlayingOnce(
    host,
    scenes.some((scene) => scene.code !== null),
  );
  const total = scenes.reduce((sum, scene) => sum + scene.durationFrames, 0);
  const play = (next: number) => {
    setRate(next);
    playhead.turn(true);
    host?.play(next);
  };
  const pause = () => {
    playhead.turn(false);
    host?.pause();
  };
  const toggle = () => (playhead.read().playing ? pause() : play(1));
  const shuttle = (direction: Direction) => play(shuttled(rate, playhead.read().playing, direction));
  const seek = (frame: number) => host?.seek(playhead.expect(within(Math.max(0, frame), total)));
  const step = (frames: number) => seek(playhead.read().frame + frames);
  const point = (place: Place) => {
    pause();
    host?.point(place);
  };
  const told = { mount, playhead, rate, total, manner, faults: current(faults, scenes) };
  return { ...told, toggle, pause, shuttle, seek, step, point };
}

/** Keeps a frame mounted wherever the page holds a place for it. */
function useHost(
  onNow: (now: Playing) => void,
  onFault: (scene: string, message: string) => void,
  onPointed: (target: Pointed | null) => void,
): [PreviewHost | null, RefCallback<HTMLElement>] {
  const [host, setHost] = useState<PreviewHost | null>(null);
  const mount = useCallback(
    (container: HTMLElement | null) => {
      if (container === null) {
        return undefined;
      }
      const mounted = new PreviewHost(container, FRAME_PAGE, {
        onState: ({ frame, playing }) => onNow({ frame, playing }),
        onSceneError: onFault,
        onFrozen: (scene) => onFault(scene, FROZEN),
        onPointed,
      });
      setHost(mounted);
      return () => {
        mounted.dispose();
        setHost(null);
      };
    },
    [onNow, onFault, onPointed],
  );
  return [host, mount];
}

function current(faults: readonly Fault[], scenes: readonly PreviewScene[]): Readonly<Record<string, string>> {
  const code = new Map(scenes.map((scene) => [scene.id, scene.code]));
  const standing = faults.filter((fault) => code.get(fault.scene) === fault.code);
  return Object.fromEntries(standing.map((fault) => [fault.scene, fault.message]));
}

/** The first thing there is to see plays by itself, once, unless the person wants less motion. */
function usePlayingOnce(host: PreviewHost | null, hasCode: boolean): void {
  const played = useRef(false);
  useEffect(() => {
    if (host !== null && hasCode && !played.current && !matchMedia("(prefers-reduced-motion: reduce)").matches) {
      played.current = true;
      host.play();
    }
  }, [host, hasCode]);
}
