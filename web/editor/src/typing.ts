const TYPED_INTO =
  "textarea, select, [contenteditable='true'], input:not([type='range'], [type='radio'], [type='checkbox'])";

/** Whether keys belong to a text that is being typed. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TYPED_INTO) !== null;
}
