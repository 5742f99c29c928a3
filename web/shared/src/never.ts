/** Ends a switch over a closed union: a forgotten case is an error of the type checker, not of the person. */
export function never(value: never): never {
  throw new Error(
    `${JSON.stringify(value)} is a case nobody thought of; load the page again to get its newest version`,
  );
}
