/**
 * Makes the host's own realm useless to a guest that should find a way into it: its shared prototypes cannot
 * be changed, so that the verdict cannot be forged through them, and what Node lends is gone.
 */
export function seal(): void {
  for (const each of SHARED) {
    Object.freeze(each);
    Object.freeze((each as { prototype?: object }).prototype);
  }
  for (const each of ERRORS) {
    // Not frozen: Node sets the name of its errors by assignment, which a frozen prototype refuses.
    Object.preventExtensions(each.prototype);
  }
  for (const name of LENT) {
    Reflect.deleteProperty(globalThis, name);
  }
}

const SHARED = [Object, Function, Array, String, Number, Boolean, Promise, RegExp, JSON, Map, Set, Symbol];
const ERRORS = [Error, TypeError, RangeError, SyntaxError, ReferenceError];
const LENT = ["process", "fetch", "WebSocket", "EventSource", "Buffer", "navigator", "WebAssembly", "BroadcastChannel"];
