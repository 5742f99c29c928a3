import { SIGNED_OUT } from "@bazaar/shared/problem";
import type { ReactNode } from "react";
import { START_ADDRESS } from "../route";

const REASONS = {
  "signed-out": { title: "Not signed in", sentence: SIGNED_OUT },
  missing: { title: "No such video", sentence: "There is no video at this address. It may have been made elsewhere." },
} as const;

export function Unavailable({ connection }: { connection: keyof typeof REASONS }): ReactNode {
  const { title, sentence } = REASONS[connection];
  return (
    <main className="unavailable">
      <title>{`${title} – Bazaar`}</title>
      <h1>{title}</h1>
      <p role="alert">{sentence}</p>
      <a className="button" href={START_ADDRESS}>
        Your videos
      </a>
    </main>
  );
}
