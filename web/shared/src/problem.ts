/** An answer of the server that is an error (RFC 9457), as a sentence for people and a code for machines. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, sentence: string) {
    super(sentence);
    this.name = "Problem";
    this.status = status;
    this.code = code;
  }
}

export const SIGNED_OUT = "You are not signed in. Open the address that the server printed when it started.";
export const UNREACHABLE =
  "The server does not answer. Nothing you typed is lost; check that it is running and try again.";

/** What the error answer says; an answer without problem details gets a sentence of its own. */
export async function problemOf(response: Response): Promise<Problem> {
  if (response.status === 401) {
    return new Problem(401, "signed-out", SIGNED_OUT);
  }
  const body: unknown = await response.json().catch(() => null);
  const { code, detail } = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  return new Problem(
    response.status,
    typeof code === "string" ? code : "unknown",
    sentence(typeof detail === "string" && detail !== "" ? detail : `the server answered with ${response.status}`),
  );
}

/** The sentence to show for anything that was thrown. */
export function sentenceOf(error: unknown): string {
  return error instanceof Problem ? error.message : UNREACHABLE;
}

function sentence(text: string): string {
  const end = /[.!?]$/.test(text) ? "" : ".";
  return text.charAt(0).toUpperCase() + text.slice(1) + end;
}
