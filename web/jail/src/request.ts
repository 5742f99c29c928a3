/** What the parent asks of one check, as one line of JSON. */
export interface CheckRequest {
  readonly bundle: string;
  readonly props: Readonly<Record<string, unknown>>;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly durationFrames: number;
  /** The names of the project's files. */
  readonly assets: readonly string[];
  /** The frames to draw, each from 0 to durationFrames - 1. */
  readonly frames: readonly number[];
  /** How long one frame, or the loading of the module, may take. */
  readonly timeoutMs: number;
}

const DEFAULT_TIMEOUT_MS = 2_000;

/** Throws an Error that names the field which is not as it must be. */
export function readRequest(line: string): CheckRequest {
  const given = Object(JSON.parse(line)) as Record<string, unknown>;
  const request = { timeoutMs: DEFAULT_TIMEOUT_MS, props: {}, assets: [], ...given } as Record<string, unknown>;
  need(typeof request["bundle"] === "string", "bundle", "the text of an ES module");
  need(isPlain(request["props"]), "props", "an object");
  for (const name of ["width", "height", "fps", "durationFrames", "timeoutMs"]) {
    need(isPositive(request[name]), name, "a number above 0");
  }
  const { frames, assets } = request;
  need(Array.isArray(assets) && assets.every((name) => typeof name === "string"), "assets", "a list of names");
  need(Array.isArray(frames) && frames.length > 0 && frames.every(isFrame), "frames", "a list of frame numbers");
  return request as unknown as CheckRequest;
}

function need(holds: boolean, field: string, what: string): void {
  if (!holds) {
    throw new Error(`the field ${field} of the request is not usable; give ${what}`);
  }
}

function isPlain(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPositive(value: unknown): boolean {
  return typeof value === "number" && Number.isFinite(value) && value > 0;
}

function isFrame(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0;
}
