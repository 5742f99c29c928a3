/**
 * Event streams read by two clients that nobody here wrote, npm `eventsource` and npm `undici`.
 *
 * `node readers.ts '{"token": …, "names": […], "folder": …, "readers": [{"name", "kind", "url", "after"}]}'`
 * writes each event as a line of JSON to `<folder>/<name>.jsonl`, until it is killed.
 */
import { appendFileSync } from "node:fs";
import { EventSource as Independent } from "eventsource";
import { Agent, EventSource as Undici } from "undici";

interface Reader {
  readonly name: string;
  readonly kind: "eventsource" | "undici";
  readonly url: string;
  readonly after: string;
}

interface Source {
  readonly readyState: number;
  addEventListener(type: string, listener: (event: { data?: string; lastEventId?: string }) => void): void;
  close(): void;
}

const asked = JSON.parse(process.argv[2] ?? "{}") as {
  readonly token: string;
  readonly names: readonly string[];
  readonly folder: string;
  readonly readers: readonly Reader[];
};
const CLOSED = 2;
const LOOK_EVERY_MS = 100;
const Authorization = `Bearer ${asked.token}`;

const dispatcher = new Agent().compose((dispatch) => (options, handler) => {
  const headers = { ...Object.fromEntries(entries(options.headers)), Authorization };
  return dispatch({ ...options, headers }, handler);
});

function entries(headers: unknown): [string, string][] {
  if (Array.isArray(headers)) {
    return headers.flatMap((_, index) =>
      index % 2 === 0 ? [[String(headers[index]), String(headers[index + 1])]] : [],
    ) as [string, string][];
  }
  return headers && typeof headers === "object" && Symbol.iterator in headers
    ? [...(headers as Iterable<[string, string]>)]
    : (Object.entries(headers ?? {}) as [string, string][]);
}

function open(kind: Reader["kind"], url: string): Source {
  return kind === "undici"
    ? (new Undici(url, { node: { dispatcher } }) as unknown as Source)
    : (new Independent(url, {
        fetch: (input, init) => fetch(input, { ...init, headers: { ...init.headers, Authorization } }),
      }) as unknown as Source);
}

/** Reads on for ever; a source that gave up is opened anew behind the last id it had. */
function read({ name, kind, url, after }: Reader): void {
  let last = after;
  const begin = () => {
    const source = open(
      kind,
      last === "" ? url : `${url}${url.includes("?") ? "&" : "?"}after=${encodeURIComponent(last)}`,
    );
    for (const type of asked.names) {
      source.addEventListener(type, ({ data, lastEventId }) => {
        if (data !== undefined) {
          last = lastEventId || last;
          appendFileSync(`${asked.folder}/${name}.jsonl`, `${JSON.stringify({ id: lastEventId, type, data })}\n`);
        }
      });
    }
    source.addEventListener("error", () => undefined);
    const looking = setInterval(() => {
      if (source.readyState === CLOSED) {
        clearInterval(looking);
        begin();
      }
    }, LOOK_EVERY_MS);
  };
  begin();
}

for (const reader of asked.readers) {
  read(reader);
}
