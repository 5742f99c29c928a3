import type { ReactNode } from "react";
import type { GivenFile } from "./given-file";
import type { Attachments } from "./use-attachments";

/** The pictures that will go with the message, each with how it fares and the button that takes it out again. */
export function AttachmentList({ attachments }: { attachments: Attachments }): ReactNode {
  return attachments.files.length === 0 ? null : (
    <ul className="attachments" aria-label="Attached pictures">
      {attachments.files.map((file) => (
        <li key={file.key} className={file.failure === null ? "" : "refused"}>
          {file.picture === "" ? <span className="no-picture" /> : <img src={file.picture} alt="" />}
          <span className="attachment-text">
            <span className="attachment-name">{file.asset?.name ?? file.name}</span>
            <Fate file={file} />
          </span>
          <button
            type="button"
            className="icon"
            aria-label={`Remove ${file.name}`}
            title="Remove"
            onClick={() => attachments.remove(file.key)}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="m4 4 8 8m0-8-8 8" />
            </svg>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Fate({ file: { asset, failure, share, name } }: { file: GivenFile }): ReactNode {
  if (failure !== null) {
    return <span role="alert">{failure}</span>;
  }
  if (asset !== null) {
    return (
      <span className="quiet">
        {asset.width} × {asset.height}, used exactly as it is
      </span>
    );
  }
  const percent = Math.round(share * 100);
  return (
    <span
      className="progress"
      role="progressbar"
      aria-label={`Sending ${name}`}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <span style={{ width: `${percent}%` }} />
    </span>
  );
}
