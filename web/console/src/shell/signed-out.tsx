import type { ReactNode } from "react";

/** The console has a token of its own. */
export function SignedOut(): ReactNode {
  return (
    <main className="unavailable">
      <title>Not signed in – Bazaar console</title>
      <h1>Not signed in</h1>
      <p role="alert">
        The console takes the operator's token. Open the console's address that the server printed when it started.
      </p>
    </main>
  );
}
