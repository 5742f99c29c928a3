/** One thing the check found: a stable code, where, and how to mend it. */
export interface Finding {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly frame: number | null;
  /** In the source that a person wrote, where the bundle has a source map; else in the bundle. From 1. */
  readonly line: number | null;
  readonly column: number | null;
  readonly hint: string;
}

type Where = Partial<Pick<Finding, "frame" | "line" | "column">>;

export function failure(code: string, message: string, hint: string, where: Where = {}): Finding {
  return { code, severity: "error", message, frame: null, line: null, column: null, ...where, hint };
}

export function warning(code: string, message: string, hint: string, where: Where = {}): Finding {
  return { ...failure(code, message, hint, where), severity: "warning" };
}
