/** Judges a source; mends it where the mended source is found to be right, and only then. */
import { edited, type Fault } from "./fault";
import { startsWithFence, withoutFences } from "./fences";
import { type Contract, Module } from "./module";
import { type DeclaredProp, declaredProps } from "./props";
import { RULES } from "./rules/index";

export interface Finding {
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly line: number | null;
  readonly column: number | null;
  /** Whether it was mended, so that it stands against nothing any more. */
  readonly mended: boolean;
}

export interface Judgement {
  readonly findings: readonly Finding[];
  /** The source after mending; null where nothing was mended. */
  readonly source: string | null;
  /** What can be set in the component, where it can be drawn. */
  readonly props: readonly DeclaredProp[];
}

const MOST_FINDINGS = 20;
const MOST_ROUNDS = 3;

export function judge(source: string, contract: Contract): Judgement {
  let [current, mended] = [source, [] as Finding[]];
  let faults = faultsOf(current, contract);
  const first = faults;
  for (let round = 0; round < MOST_ROUNDS && faults.some((fault) => !fault.mild); round += 1) {
    const next = mend(current, faults);
    if (next === null) {
      return refused(source, first);
    }
    mended = [
      ...mended,
      ...told(
        current,
        faults.filter(({ mild }) => !mild),
        true,
      ),
    ];
    [current, faults] = [next, faultsOf(next, contract)];
  }
  if (faults.some((fault) => !fault.mild)) {
    return refused(source, first);
  }
  const findings = [...mended, ...told(current, faults)];
  return { findings, source: current === source ? null : current, props: propsIn(current, contract) };
}

function refused(source: string, faults: readonly Fault[]): Judgement {
  return { findings: told(source, faults), source: null, props: [] };
}

function propsIn(source: string, contract: Contract): readonly DeclaredProp[] {
  const module = Module.parsed(source, contract);
  return module instanceof Module ? declaredProps(module) : [];
}

function faultsOf(source: string, contract: Contract): readonly Fault[] {
  try {
    const fenced = startsWithFence(source) ? inFence(source) : null;
    if (fenced !== null) {
      return [fenced];
    }
    const module = Module.parsed(source, contract);
    if (module instanceof Module) {
      return RULES.flatMap((rule) => [...rule(module)]);
    }
    return unreadable(
      source,
      module.map((fault) => ({ code: "syntax.invalid", ...fault })),
    );
  } catch (error) {
    if (error instanceof RangeError) {
      return [{ code: "source.too-deep", message: "the source nests deeper than can be read", at: null }];
    }
    throw error;
  }
}

/** A source that does not parse may be one that stands in a fence. */
function unreadable(source: string, faults: readonly Fault[]): readonly Fault[] {
  const fenced = inFence(source);
  return fenced === null ? faults : [fenced];
}

function inFence(source: string): Fault | null {
  const text = withoutFences(source);
  if (text === null) {
    return null;
  }
  const mend = { did: "it was taken out", edits: [{ start: 0, end: source.length, text }] };
  return { code: "source.fenced", message: "the source stands in a markdown fence", at: 0, mend };
}

/** The source with every mend made; null if one of what stands against it has none. */
function mend(source: string, faults: readonly Fault[]): string | null {
  const stand = faults.filter((fault) => !fault.mild);
  const edits = stand.flatMap((fault) => fault.mend?.edits ?? []);
  return stand.every((fault) => fault.mend) ? edited(source, edits) : null;
}

function told(source: string, faults: readonly Fault[], mended = false): Finding[] {
  return faults.slice(0, MOST_FINDINGS).map(({ code, message, at, hint, mend: made }) => {
    const before = at === null ? null : source.slice(0, at);
    return {
      code,
      message: mended && made ? `${message}; ${made.did}` : message,
      hint: hint ?? "",
      line: before === null ? null : before.split("\n").length,
      column: before === null ? null : before.length - before.lastIndexOf("\n"),
      mended,
    };
  });
}
