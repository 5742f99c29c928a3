/**
 * What the parent page and the preview frame say to each other, by postMessage.
 *
 * Both sides read with these validators: the frame runs generated code, and whatever runs in it can
 * post what it likes, so that a message is only ever data, of these shapes, or nothing.
 */

import type { FontSource } from "./fonts/face";
import { type Place, type Pointed, readPlace, readPointed } from "./pointing";

/** Size in pixels; the background is any CSS background. */
export interface VideoSettings {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly background: string;
  /** Below this path of the own server lie the files that scenes draw by name; ends in a slash. */
  readonly assets?: string;
}

/** A scene as the frame plays it. Without code its note is shown in its place. */
export interface PreviewScene {
  readonly id: string;
  readonly name: string;
  readonly durationFrames: number;
  readonly props: Readonly<Record<string, unknown>>;
  readonly code: string | null;
  /** The code is the one that was told before; it is not told again. */
  readonly isKnown?: boolean;
  readonly note: string;
  /** How it comes after the scene before; a cut where nothing is said. */
  readonly transition?: string;
}

/** Absolute: replaces all scenes. Unchanged code is not imported again; the playhead stays. */
export interface Load {
  readonly type: "load";
  readonly video: VideoSettings;
  readonly scenes: readonly PreviewScene[];
  /** Fonts that come with it, for a frame that can load none; their files are data: addresses. */
  readonly fonts?: readonly FontSource[];
}

/** How it plays: whether it goes round at the end, and whether what makes a sound is heard. */
export interface Manner {
  readonly type: "manner";
  readonly loop: boolean;
  readonly muted: boolean;
}

export type ToFrame =
  | Load
  | Manner
  /** So many times as fast as the video is, backwards below zero. */
  | { readonly type: "play"; readonly rate: number }
  | { readonly type: "pause" }
  /** Asks what lies there; the answer names the question. */
  | { readonly type: "point"; readonly ask: number; readonly place: Place }
  | { readonly type: "seek"; readonly frame: number };

/** Where playing stands; `frame` and `total` count over all scenes. Sent at least twice a second while playing. */
export interface PlayState {
  readonly type: "state";
  readonly frame: number;
  readonly playing: boolean;
  readonly total: number;
}

export type FromFrame =
  | { readonly type: "ready" }
  | PlayState
  | { readonly type: "drawing"; readonly scene: string; readonly frame: number }
  | { readonly type: "pointed"; readonly ask: number; readonly target: Pointed | null }
  | { readonly type: "sceneError"; readonly scene: string; readonly message: string };

export const MAX_SCENES = 500;
const MAX_FONTS = 1_000;
const MAX_FRAMES = 1_000_000;
const MAX_PIXELS = 16_384;
const MAX_MESSAGE = 4_000;
const MAX_RATE = 16;

/** What the frame may be told, or null. */
export function readToFrame(data: unknown): ToFrame | null {
  if (!isRecord(data)) {
    return null;
  }
  switch (data["type"]) {
    case "play":
      return isRate(data["rate"]) ? { type: "play", rate: data["rate"] } : null;
    case "pause":
      return { type: "pause" };
    case "manner":
      return readManner(data);
    case "point":
      return readPoint(data);
    case "seek":
      return isFrame(data["frame"]) ? { type: "seek", frame: data["frame"] } : null;
    case "load":
      return isLoad(data) ? loadOf(data) : null;
    default:
      return null;
  }
}

/** What the parent may be told, or null. */
export function readFromFrame(data: unknown): FromFrame | null {
  if (!isRecord(data)) {
    return null;
  }
  const { type, scene, frame, message, playing, total, ask } = data;
  switch (type) {
    case "ready":
      return { type };
    case "drawing":
      return typeof scene === "string" && isFrame(frame) ? { type, scene, frame } : null;
    case "state":
      return isFrame(frame) && isFrame(total) && typeof playing === "boolean" ? { type, frame, playing, total } : null;
    case "pointed":
      return isFrame(ask) ? { type, ask, target: readPointed(data["target"]) } : null;
    case "sceneError":
      return typeof scene === "string" && typeof message === "string"
        ? { type, scene, message: message.slice(0, MAX_MESSAGE) }
        : null;
    default:
      return null;
  }
}

function readManner({ loop, muted }: Record<string, unknown>): Manner | null {
  return typeof loop === "boolean" && typeof muted === "boolean" ? { type: "manner", loop, muted } : null;
}

function readPoint({ ask, place }: Record<string, unknown>): ToFrame | null {
  const where = readPlace(place);
  return isFrame(ask) && where !== null ? { type: "point", ask, place: where } : null;
}

function isRate(value: unknown): value is number {
  return typeof value === "number" && value !== 0 && Math.abs(value) <= MAX_RATE;
}

function isLoad(data: Record<string, unknown>): data is Record<string, unknown> & Load {
  const { video, scenes, fonts = [] } = data;
  return isVideo(video) && isListOf(isScene, MAX_SCENES, scenes) && isListOf(isFont, MAX_FONTS, fonts);
}

function loadOf({ video, scenes, fonts }: Load): Load {
  return { type: "load", video, scenes, ...(fonts === undefined ? {} : { fonts }) };
}

function isListOf(isOne: (value: unknown) => boolean, most: number, list: unknown): boolean {
  return Array.isArray(list) && list.length <= most && list.every(isOne);
}

function isFont(value: unknown): value is FontSource {
  return (
    isRecord(value) &&
    ["family", "weight", "style", "range"].every((name) => typeof value[name] === "string") &&
    typeof value["url"] === "string" &&
    /^data:font\/woff2;base64,[\w+/=]*$/.test(value["url"])
  );
}

function isVideo(value: unknown): value is VideoSettings {
  return (
    isRecord(value) &&
    isWithin(value["width"], MAX_PIXELS) &&
    isWithin(value["height"], MAX_PIXELS) &&
    isWithin(value["fps"], 240) &&
    typeof value["background"] === "string" &&
    (value["assets"] === undefined || isAssetRoot(value["assets"]))
  );
}

function isAssetRoot(value: unknown): boolean {
  return typeof value === "string" && /^\/preview\/assets\/[\w/-]{1,300}\/$/.test(value);
}

function isScene(value: unknown): value is PreviewScene {
  return (
    isRecord(value) &&
    typeof value["id"] === "string" &&
    typeof value["name"] === "string" &&
    isWithin(value["durationFrames"], MAX_FRAMES) &&
    isRecord(value["props"]) &&
    (value["code"] === null || typeof value["code"] === "string") &&
    (value["isKnown"] === undefined || typeof value["isKnown"] === "boolean") &&
    typeof value["note"] === "string" &&
    (value["transition"] === undefined || typeof value["transition"] === "string")
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isFrame(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isWithin(value: unknown, limit: number): boolean {
  return typeof value === "number" && value > 0 && value <= limit;
}
