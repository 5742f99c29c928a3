import { type ReactNode, useState } from "react";
import { Transcript } from "../parts/transcript";
import type { Call } from "../told/jobs";
import { clock, dollars, lasting } from "../words";

/** What was asked of models, what it took, and the words themselves. */
export function CallList({ calls }: { readonly calls: readonly Call[] }): ReactNode {
  const [shown, setShown] = useState<string | null>(null);
  if (calls.length === 0) {
    return <p className="quiet">No model was asked.</p>;
  }
  return (
    <>
      <table>
        <thead>
          <tr>
            <th>At</th>
            <th>Step</th>
            <th>Model</th>
            <th>Outcome</th>
            <th>First word</th>
            <th>Took</th>
            <th>Tokens in, out</th>
            <th>Cost</th>
            <th>Transcript</th>
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <tr key={`${call.step}.${call.ordinal}.${call.attempt}.${call.at}`}>
              <td>{clock(call.at, true)}</td>
              <td>{`${call.step} ${call.ordinal}${call.attempt > 1 ? `, attempt ${call.attempt}` : ""}`}</td>
              <td>{`${call.model} (${call.role}, ${call.provider})`}</td>
              <td className={call.outcome === "complete" ? "" : "warn"}>{call.outcome}</td>
              <td>{call.ttft_ms === null ? "never" : lasting(call.ttft_ms / 1000)}</td>
              <td>{lasting(call.duration_ms / 1000)}</td>
              <td>{`${call.tokens_in}, ${call.tokens_out}${call.estimated ? " (estimated)" : ""}`}</td>
              <td>{dollars(call.cost_usd)}</td>
              <td className="actions">
                <ShowButton words="Asked" artifact={call.request} onShow={setShown} />
                <ShowButton words="Answered" artifact={call.response} onShow={setShown} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown !== null && <Transcript artifact={shown} />}
    </>
  );
}

interface ShowButtonProps {
  readonly words: string;
  readonly artifact: string | null;
  readonly onShow: (artifact: string) => void;
}

function ShowButton({ words, artifact, onShow }: ShowButtonProps): ReactNode {
  if (artifact === null) {
    return null;
  }
  return (
    <button type="button" className="small" onClick={() => onShow(artifact)}>
      {words}
    </button>
  );
}
