import { sentenceOf } from "@bazaar/shared/problem";
import type { ReactNode } from "react";
import { costOfCall, stepInWords } from "./spending-words";
import { callsOf, type ModelCall } from "./usage";
import { useRead } from "./use-read";

/** Every call of the model that a job made, also those that failed. */
export function CallTable({ job }: { job: string }): ReactNode {
  const { found, failure } = useRead(callsOf, job);
  if (failure !== null) {
    return <p role="alert">{sentenceOf(failure)}</p>;
  }
  if (found === null) {
    return <p className="quiet">Reading…</p>;
  }
  return (
    <table className="spending-table calls">
      <thead>
        <tr>
          <th scope="col">For</th>
          <th scope="col">Model</th>
          <th scope="col">In</th>
          <th scope="col">Out</th>
          <th scope="col">Cost</th>
        </tr>
      </thead>
      <tbody>
        {found.map((call) => (
          <CallRow key={`${call.step} ${call.ordinal} ${call.attempt} ${call.at} ${call.model}`} call={call} />
        ))}
      </tbody>
    </table>
  );
}

function CallRow({ call }: { call: ModelCall }): ReactNode {
  return (
    <tr className={call.outcome === "answered" ? "" : "failed"}>
      <th scope="row">
        {stepInWords(call)}
        {call.outcome !== "answered" && <span className="spent-mark bad">{call.outcome}</span>}
        {call.estimated && (
          <span className="spent-mark" title="The server did not tell; counted from the text">
            estimated
          </span>
        )}
      </th>
      <td>{call.model}</td>
      <td>{call.tokens_in.toLocaleString()}</td>
      <td>{call.tokens_out.toLocaleString()}</td>
      <td>{costOfCall(call)}</td>
    </tr>
  );
}
