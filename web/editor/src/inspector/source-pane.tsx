import type { Finding, Scene } from "@bazaar/shared/events";
import type { JobState } from "@bazaar/shared/state";
import { useAsking } from "@bazaar/shared/use-asking";
import { type ReactNode, useState } from "react";
import type { Edits } from "../api";
import { CodeEditor } from "../code/code-editor";
import { FindingList } from "../conversation/finding-list";
import { isOpen } from "../conversation/job-words";
import { useSource } from "./use-source";

interface SourcePaneProps {
  readonly scene: Scene;
  readonly job: JobState | null;
  readonly edits: Edits;
}

/** The source of what is shown, to be changed by hand: it is checked like any other, and shown when it holds. */
export function SourcePane({ scene, job, edits }: SourcePaneProps): ReactNode {
  const source = useSource(scene.revision ?? null);
  const [typed, setTyped] = useState<string | null>(null);
  const asking = useAsking();
  if (scene.revision == null) {
    return <p className="quiet">Not made yet: there is no source to show.</p>;
  }
  if (source.text === null) {
    return source.failure === null ? <p className="quiet">Loading…</p> : <p role="alert">{source.failure}</p>;
  }
  const text = typed ?? source.text;
  const isChecking = job !== null && isOpen(job);
  const findings: readonly Finding[] = job !== null && !isOpen(job) ? job.findings : [];
  const check = () => void asking.ask(text, (key) => edits.ownSource(scene.id, text, key));
  return (
    <div className="source">
      <CodeEditor label={`Source of ${scene.name}`} text={source.text} findings={findings} onText={setTyped} />
      {!isChecking && <FindingList findings={findings} />}
      {asking.failure !== null && <p role="alert">{asking.failure}</p>}
      <div className="field-actions">
        <button
          type="button"
          className="main"
          disabled={asking.busy || isChecking || text === source.text}
          onClick={check}
        >
          {isChecking ? "Checking…" : "Check and show"}
        </button>
        <span className="quiet">{text === source.text ? "This is what is shown." : "Changed, not shown yet."}</span>
      </div>
    </div>
  );
}
