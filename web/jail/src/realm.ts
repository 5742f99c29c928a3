/** The guest's realm: its own globals, no way back to Node's, and no code made from strings. */
import { types } from "node:util";
import vm from "node:vm";

declare const REALM_SCRIPT: string;

/** What guest/realm.tsx exports. */
export interface Guest {
  readonly modules: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  prepare(json: string): void;
  use(found: unknown): string;
  explain(thrown: unknown): string;
}

export interface Thrown {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

/** What React said while a frame was drawn. */
export interface Said {
  readonly text: string;
  readonly stack: string;
}

/** A stretch that a Sequence asked for: from this frame to before that. */
export type Stretch = readonly [from: number, until: number];

export interface Page {
  readonly html: string;
  readonly spans: readonly Stretch[];
  readonly said: readonly Said[];
}

export type Drawn = Page | { readonly thrown: Thrown } | { readonly timedOut: true };

export class Realm {
  readonly context = vm.createContext(vm.constants.DONT_CONTEXTIFY, {
    codeGeneration: { strings: false, wasm: false },
  });
  readonly guest: Guest;

  constructor() {
    this.guest = new vm.Script(REALM_SCRIPT, { filename: "realm.js" }).runInContext(this.context) as Guest;
  }

  draw(frame: number, timeoutMs: number): Drawn {
    try {
      const said: unknown = new vm.Script(`__draw(${Number(frame)})`).runInContext(this.context, {
        timeout: timeoutMs,
      });
      const reply = readReply(said);
      return typeof reply["html"] === "string" ? asPage(reply["html"], reply) : { thrown: asThrown(reply) };
    } catch (error) {
      return isTimeout(error) ? { timedOut: true } : { thrown: UNREADABLE };
    }
  }

  /** Reads what the guest threw, inside its own realm. */
  explain(thrown: unknown): Thrown {
    try {
      return asThrown(readReply(this.guest.explain(thrown)));
    } catch {
      return UNREADABLE;
    }
  }
}

/** Whether an error is Node's own, for a script that took longer than it may; it may stem from any realm. */
export function isTimeout(error: unknown): boolean {
  const code = types.isNativeError(error) ? Object.getOwnPropertyDescriptor(error, "code") : undefined;
  return code?.value === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}

const MAX_NAME = 100;
const MAX_MESSAGE = 2_000;
const MAX_STACK = 50_000;
const UNREADABLE: Thrown = { name: "Error", message: "something that cannot be shown was thrown", stack: "" };

function readReply(said: unknown): Record<string, unknown> {
  return Object(typeof said === "string" ? JSON.parse(said) : null) as Record<string, unknown>;
}

/** What a guest may have made is taken only in the shape it should have. */
function asPage(html: string, { spans, said }: Record<string, unknown>): Page {
  return {
    html,
    spans: listOf(spans).map((span) => listOf(span).map(Number) as unknown as Stretch),
    said: listOf(said).map((each) => {
      const { text, stack } = Object(each) as Record<string, unknown>;
      return { text: String(text).slice(0, MAX_MESSAGE), stack: String(stack).slice(0, MAX_STACK) };
    }),
  };
}

function listOf(found: unknown): unknown[] {
  return Array.isArray(found) ? found : [];
}

/** A guest can throw a message of any length: what is told of it is short enough to read and to store. */
function asThrown({ name, message, stack }: Record<string, unknown>): Thrown {
  return {
    name: String(name).slice(0, MAX_NAME),
    message: String(message).slice(0, MAX_MESSAGE),
    stack: String(stack).slice(0, MAX_STACK),
  };
}
