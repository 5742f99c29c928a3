import { OpenDialog } from "@bazaar/shared/look/open-dialog";
import { sentenceOf } from "@bazaar/shared/problem";
import type { JobState } from "@bazaar/shared/state";
import { useAsking } from "@bazaar/shared/use-asking";
import { type ReactNode, useEffect, useState } from "react";
import { draftOf, resumeJob } from "../api";
import { CodeEditor } from "../code/code-editor";

interface EditAndResumeProps {
  readonly job: JobState;
  readonly onClose: () => void;
}

/** Say anew what is wanted, or mend the source by hand; then the job goes on with that. */
export function EditAndResume({ job, onClose }: EditAndResumeProps): ReactNode {
  const draft = useDraft(job);
  const [words, setWords] = useState("");
  const [source, setSource] = useState<string | null>(null);
  const asking = useAsking();
  const isChanged = source !== null && source !== draft.text;
  const how = isChanged ? { source } : { prompt: words.trim() };
  const go = () =>
    void asking.ask(JSON.stringify(how), (key) => resumeJob(job.id, key, how)).then((done) => done && onClose());
  return (
    <OpenDialog title="Edit and resume" onClose={onClose} className={draft.text === null ? "" : "large"}>
      <div className="edit-and-resume">
        <label>
          {draft.text === null
            ? "Say what is wanted instead"
            : "Say what is wanted instead, or change the source below"}
          <textarea rows={3} value={words} disabled={isChanged} onChange={(event) => setWords(event.target.value)} />
        </label>
        {draft.failure !== null && <p role="alert">{draft.failure}</p>}
        {draft.text !== null && (
          <CodeEditor label="The last draft" text={draft.text} findings={job.findings} onText={setSource} />
        )}
        {asking.failure !== null && <p role="alert">{asking.failure}</p>}
        <div className="field-actions">
          <button
            type="button"
            className="main"
            disabled={asking.busy || !(isChanged || words.trim() !== "")}
            onClick={go}
          >
            {isChanged ? "Resume with this source" : "Resume with these words"}
          </button>
        </div>
      </div>
    </OpenDialog>
  );
}

/** The source that a component came to; a turn has none, nor has one that was never written. */
function useDraft(job: JobState): { readonly text: string | null; readonly failure: string | null } {
  const [draft, setDraft] = useState<{ text: string | null; failure: string | null }>({ text: null, failure: null });
  const wanted = job.kind === "component" && job.last_successful_step != null;
  useEffect(() => {
    let open = true;
    if (wanted) {
      draftOf(job.id).then(
        (text) => open && setDraft({ text, failure: null }),
        (error: unknown) => open && setDraft({ text: null, failure: sentenceOf(error) }),
      );
    }
    return () => {
      open = false;
    };
  }, [job.id, wanted]);
  return draft;
}
