/**
 * Requests that may be repeated without harm: each carries a key, and the same key does a thing once.
 *
 * A cut or a store that does not answer (503) is tried again with the same key; any other answer stands.
 */
import { backoffMs } from "./backoff";
import { Problem, problemOf, UNREACHABLE } from "./problem";

const TRIES = 5;

export interface RequestDoors {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly pause: (ms: number) => Promise<void>;
  readonly random: () => number;
}

export const BROWSER_REQUESTS: RequestDoors = {
  fetch: (url, init) => fetch(url, init),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  random: Math.random,
};

export type Method = "POST" | "PATCH" | "DELETE";

/** Send a command under a key. Throws Problem when it is refused, or when nobody answers after five tries. */
export function command(url: string, body: unknown, key: string, doors: RequestDoors): Promise<unknown> {
  return send("POST", url, body, key, doors);
}

/** As `command`, by any method that changes something. */
export async function send(
  method: Method,
  url: string,
  body: unknown,
  key: string,
  doors: RequestDoors,
): Promise<unknown> {
  const headers = { "Content-Type": "application/json", "Idempotency-Key": key };
  return (await sturdy(url, { method, headers, body: JSON.stringify(body) }, doors)).json();
}

/** Read something. Throws like `command`. */
export function read(url: string, doors: RequestDoors): Promise<Response> {
  return sturdy(url, { method: "GET" }, doors);
}

async function sturdy(url: string, init: RequestInit, doors: RequestDoors): Promise<Response> {
  let failure = new Problem(0, "unreachable", UNREACHABLE);
  for (let tries = 0; tries < TRIES; tries++) {
    if (tries > 0) {
      await doors.pause(backoffMs(tries, doors.random));
    }
    const response = await doors.fetch(url, init).catch(() => null);
    if (response?.ok) {
      return response;
    }
    if (response !== null) {
      failure = await problemOf(response);
      if (response.status !== 503) {
        throw failure;
      }
    }
  }
  throw failure;
}
