/** Whether React can draw it: a function, or one wrapped by memo or forwardRef. */
const WRAPPERS: readonly unknown[] = [Symbol.for("react.memo"), Symbol.for("react.forward_ref")];

export function isComponent(found: unknown): boolean {
  if (typeof found === "function") {
    return true;
  }
  return typeof found === "object" && found !== null && WRAPPERS.includes((found as { $$typeof?: unknown }).$$typeof);
}
