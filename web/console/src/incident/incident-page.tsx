import { sentenceOf } from "@bazaar/shared/problem";
import { type ReactNode, useState } from "react";
import { incidentAddress } from "../api";
import { useRoute } from "../route";
import type { Incident } from "../told/incident";
import { useConsole } from "../world/console-context";
import { incidentIn } from "./opened";

/** Save what is known now as one file, or open such a file and look at it as if it were now. */
export function IncidentPage({ onOpen }: { readonly onOpen: (incident: Incident) => void }): ReactNode {
  const { isLive } = useConsole();
  return (
    <>
      <h1>Incident</h1>
      <p>
        One file with the state of every actor, the messages, the decisions, the events, the jobs and the versions;
        secrets are taken out. It opens here without the server it came from.
      </p>
      <div className="cards">
        {isLive && <SaveCard />}
        <OpenCard onOpen={onOpen} />
      </div>
    </>
  );
}

function SaveCard(): ReactNode {
  const { query } = useRoute();
  const [reason, setReason] = useState("");
  const [job, setJob] = useState(query.get("job") ?? "");
  const canSave = reason.trim() !== "";
  return (
    <section className="card fields" aria-label="Save an incident">
      <h2>Save</h2>
      <label>
        Reason
        <input value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      </label>
      <label>
        About this job alone (else the open and the last failed ones)
        <input value={job} onChange={(event) => setJob(event.target.value)} />
      </label>
      <p className="actions">
        {canSave ? (
          <a className="button" href={incidentAddress(reason.trim(), job.trim())} download>
            Save the file
          </a>
        ) : (
          <span className="quiet">Say why, and it can be saved.</span>
        )}
      </p>
    </section>
  );
}

function OpenCard({ onOpen }: { readonly onOpen: (incident: Incident) => void }): ReactNode {
  const [failure, setFailure] = useState<string | null>(null);
  const open = async (file: File | undefined) => {
    try {
      if (file !== undefined) {
        onOpen(incidentIn(await file.text()));
        window.location.hash = "#/tree";
      }
    } catch (error) {
      setFailure(sentenceOf(error));
    }
  };
  return (
    <section className="card fields" aria-label="Open an incident">
      <h2>Open</h2>
      <label>
        The file of an incident
        <input type="file" accept=".json,application/json" onChange={(event) => void open(event.target.files?.[0])} />
      </label>
      {failure !== null && (
        <p className="failure" role="alert">
          {failure}
        </p>
      )}
    </section>
  );
}
