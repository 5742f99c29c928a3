import type { JobState } from "@bazaar/shared/state";
import type { Asking } from "@bazaar/shared/use-asking";
import { type ReactNode, useState } from "react";
import { resumeJob } from "../api";
import { useEdits } from "../project/edits-context";
import { EditAndResume } from "./edit-and-resume";

/** The buttons below a job that stopped: go on, change something first, begin anew, or let it be. */
export function WaysOn({ job, asking }: { job: JobState; asking: Asking }): ReactNode {
  const [editing, setEditing] = useState(false);
  const edits = useEdits();
  const scene = job.scene;
  const isComponent = job.kind === "component";
  const resume = () => void asking.ask("resume", (key) => resumeJob(job.id, key));
  const regenerate = () => void asking.ask("regenerate", (key) => resumeJob(job.id, key, { from_step: "generate" }));
  const discard = () =>
    scene != null && void asking.ask("discard", (key) => edits?.removeScene(scene, key) ?? Promise.resolve());
  return (
    <div className="ways-on">
      <button type="button" className="small" disabled={asking.busy} onClick={resume}>
        {asking.busy ? "Resuming…" : "Resume"}
      </button>
      <button type="button" className="small" disabled={asking.busy} onClick={() => setEditing(true)}>
        Edit and resume
      </button>
      {isComponent && (
        <button type="button" className="small" disabled={asking.busy} onClick={regenerate}>
          Regenerate
        </button>
      )}
      {isComponent && scene != null && edits !== null && (
        <button
          type="button"
          className="small"
          disabled={asking.busy}
          title="Takes the scene out; undo brings it back"
          onClick={discard}
        >
          Discard
        </button>
      )}
      {editing && <EditAndResume job={job} onClose={() => setEditing(false)} />}
    </div>
  );
}
