import type { Scene } from "@bazaar/shared/events";
import { useAsking } from "@bazaar/shared/use-asking";
import { type ReactNode, useState } from "react";
import { type Edits, pictureAddress, type Revision } from "../api";
import { DiffDialog } from "../code/diff-dialog";
import { counted, day } from "../words";
import type { Revisions } from "./use-revisions";

interface RevisionListProps {
  readonly scene: Scene;
  readonly revisions: Revisions;
  readonly edits: Edits;
}

/** Every version of the component, with who made it and why; an earlier one can be compared, and shown again. */
export function RevisionList({ scene, revisions, edits }: RevisionListProps): ReactNode {
  const [compared, setCompared] = useState<Revision | null>(null);
  const asking = useAsking();
  const current = revisions.known.find((revision) => revision.current);
  const restore = (revision: Revision) =>
    void asking.ask(revision.id, (key) => edits.restore(scene.id, revision.id, key));
  return (
    <>
      {revisions.failure !== null && <p role="alert">{revisions.failure}</p>}
      {asking.failure !== null && <p role="alert">{asking.failure}</p>}
      {!revisions.loaded && revisions.failure === null && <p className="quiet">Loading…</p>}
      {revisions.loaded && revisions.known.length === 0 && <p className="quiet">No revision yet: it is not made.</p>}
      <ol className="revisions" aria-label="Revisions">
        {revisions.known.map((revision) => (
          <li key={revision.id} className={revision.current ? "revision current" : "revision"}>
            <Picture revision={revision} />
            <div className="revision-text">
              <b>Revision {revision.number}</b>
              {revision.current && <span className="label">shown</span>}
              <span className="quiet">{whyOf(revision)}</span>
              <time className="quiet" dateTime={revision.created_at}>
                {day(revision.created_at)}
              </time>
              {revision.findings.length > 0 && (
                <span className="quiet">{counted(revision.findings.length, "remark")} of the checks</span>
              )}
              {!revision.current && (
                <span className="field-actions">
                  <button type="button" className="small" disabled={asking.busy} onClick={() => restore(revision)}>
                    Show again
                  </button>
                  {current !== undefined && (
                    <button type="button" className="small" onClick={() => setCompared(revision)}>
                      Compare
                    </button>
                  )}
                </span>
              )}
            </div>
          </li>
        ))}
      </ol>
      {compared !== null && current !== undefined && (
        <DiffDialog before={compared} after={current} onClose={() => setCompared(null)} />
      )}
    </>
  );
}

function Picture({ revision }: { revision: Revision }): ReactNode {
  const still = revision.stills[Math.floor(revision.stills.length / 2)];
  return still === undefined ? (
    <span className="revision-picture" aria-hidden="true" />
  ) : (
    <img className="revision-picture" src={pictureAddress(still.sha256)} alt={`Still of revision ${revision.number}`} />
  );
}

/** Who made it and why. */
function whyOf({ author, instruction }: Revision): string {
  if (author === "person") {
    return "Source of your own";
  }
  return instruction == null ? "Made from the description" : `“${instruction}”`;
}
