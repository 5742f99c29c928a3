import type { ReactNode } from "react";
import { addressOf } from "../route";
import { short } from "../words";

/** What leads from one page to another. */
export function ActorLink({ name }: { readonly name: string }): ReactNode {
  return <a href={addressOf("actors", name)}>{name}</a>;
}

export function JobLink({ job }: { readonly job: string }): ReactNode {
  return (
    <a href={addressOf("jobs", job)} title={job}>
      {short(job)}
    </a>
  );
}

export function TraceLink({
  trace,
  words = "Messages",
}: {
  readonly trace: string;
  readonly words?: string;
}): ReactNode {
  return <a href={addressOf("messages", null, { trace })}>{words}</a>;
}
