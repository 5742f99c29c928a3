/** Draws the sampled frames, and those around each edge of a Sequence, and tells what was thrown on the way. */
import { edgesOf } from "./edges";
import { type Finding, failure } from "./finding";
import type { Positions } from "./position";
import type { Page, Realm, Said, Stretch, Thrown } from "./realm";
import type { CheckRequest } from "./request";

export interface DrawnFrame {
  readonly frame: number;
  readonly html: string;
}

export interface Drawing {
  /** In the order in which they were drawn. */
  readonly frames: readonly DrawnFrame[];
  /** The first sampled frame and the middle one, drawn once more after all others. */
  readonly again: readonly DrawnFrame[];
  readonly spans: readonly Stretch[];
  readonly said: readonly Said[];
  readonly findings: readonly Finding[];
}

/** Told after each frame how many of those that are known of are drawn. */
export type Drew = (drawn: number, of: number) => void;

/** Stops at a frame that takes too long; what throws is told once per message. */
export function drawFrames(realm: Realm, request: CheckRequest, positions: Positions, drew: Drew): Drawing {
  const findings: Finding[] = [];
  const spans: Stretch[] = [];
  const said: Said[] = [];
  let [count, known] = [0, 0];
  const frames = drawAll(request.frames);
  frames.push(...drawAll(edgesOf(spans, request.durationFrames, request.frames)));
  const middle = request.frames[Math.floor(request.frames.length / 2)];
  const again = findings.length > 0 ? [] : drawAll([...new Set([request.frames[0], middle])] as number[]);
  return { frames, again, spans, said, findings };

  function drawAll(wanted: readonly number[]): DrawnFrame[] {
    const drawn: DrawnFrame[] = [];
    known += wanted.length;
    for (const frame of wanted) {
      const result = realm.draw(frame, request.timeoutMs);
      if ("html" in result) {
        drawn.push(note(result, frame));
      } else if ("thrown" in result) {
        tell(findings, threw(result.thrown, frame, positions));
      } else {
        findings.push(tooSlow(frame, request.timeoutMs));
        break;
      }
      count += 1;
      drew(count, known);
    }
    return drawn;
  }

  function note(page: Page, frame: number): DrawnFrame {
    spans.push(...page.spans.slice(0, MOST_NOTED - spans.length));
    said.push(...page.said.slice(0, MOST_NOTED - said.length));
    return { frame, html: page.html };
  }
}

const MOST_NOTED = 1_000;

function tell(findings: Finding[], finding: Finding): void {
  if (!findings.some((known) => known.message === finding.message)) {
    findings.push(finding);
  }
}

function threw(thrown: Thrown, frame: number, positions: Positions): Finding {
  const text = `${thrown.name}: ${thrown.message}`;
  return failure("render.threw", text, hintFor(thrown.message), { frame, ...positions.find(thrown.stack) });
}

function tooSlow(frame: number, timeoutMs: number): Finding {
  const text = `drawing the frame took longer than ${timeoutMs / 1_000} s`;
  return failure("render.timeout", text, "look for a loop without an end, or draw fewer elements", { frame });
}

const BROWSER_ONLY =
  /\b(window|document|navigator|localStorage|fetch|setTimeout|setInterval|requestAnimationFrame|performance) is not defined/;

function hintFor(message: string): string {
  if (BROWSER_ONLY.test(message)) {
    return "draw only from props and useCurrentFrame(); there is no page, network or timer while a frame is drawn";
  }
  if (/Element type is invalid|is not a function|undefined/.test(message)) {
    return "check that everything used here is defined and imported under the right name, and that props have defaults";
  }
  return "make the component draw without throwing at every frame, also at the first and the last";
}
