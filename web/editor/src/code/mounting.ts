/**
 * CodeMirror in a shadow tree: there it brings its styles as style sheets, which the page's policy allows; in the
 * document itself it would write style elements, which it does not.
 */

import type { Finding } from "@bazaar/shared/events";
import { javascript } from "@codemirror/lang-javascript";
import { type Diagnostic, lintGutter, setDiagnostics } from "@codemirror/lint";
import { MergeView } from "@codemirror/merge";
import { EditorState, type Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { basicSetup } from "codemirror";
import { looks } from "./looks";

export interface MountedEditor {
  readonly mark: (findings: readonly Finding[]) => void;
  readonly close: () => void;
}

interface Wanted {
  readonly label: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

export function mountEditor(place: HTMLElement, { label, text, onText }: Wanted): MountedEditor {
  const root = shadowOf(place);
  const hears = EditorView.updateListener.of((update) => update.docChanged && onText(update.state.doc.toString()));
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({ doc: text, extensions: [...shared(label), lintGutter(), hears] }),
  });
  return {
    mark: (findings) => view.dispatch(setDiagnostics(view.state, diagnostics(view.state, findings))),
    close: () => view.destroy(),
  };
}

export function mountDiff(place: HTMLElement, before: string, after: string): { close: () => void } {
  const root = shadowOf(place);
  const still = [EditorState.readOnly.of(true), EditorView.editable.of(false)];
  const view = new MergeView({
    root,
    parent: root,
    a: { doc: before, extensions: [...shared("Before"), ...still] },
    b: { doc: after, extensions: [...shared("Now"), ...still] },
    collapseUnchanged: { margin: 3, minSize: 6 },
  });
  return { close: () => view.destroy() };
}

/** Where the findings are, as far as they say a line. */
export function diagnostics(state: EditorState, findings: readonly Finding[]): Diagnostic[] {
  return findings.flatMap((finding) => {
    if (finding.line == null || finding.line < 1 || finding.line > state.doc.lines) {
      return [];
    }
    const line = state.doc.line(finding.line);
    const from = Math.min(line.to, line.from + Math.max(0, (finding.column ?? 1) - 1));
    const message = `${finding.message}${finding.hint == null || finding.hint === "" ? "" : `\n${finding.hint}`}`;
    return [
      { from, to: Math.max(from, line.to), severity: finding.severity ?? "error", source: finding.code, message },
    ];
  });
}

function shared(label: string): Extension[] {
  return [
    basicSetup,
    javascript({ jsx: true, typescript: true }),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
    looks,
  ];
}

function shadowOf(place: HTMLElement): ShadowRoot {
  const root = place.shadowRoot ?? place.attachShadow({ mode: "open" });
  root.replaceChildren();
  return root;
}
