/** The names of a page, a clock or a network, which a component cannot have: each with its code. */
const NAMES: Readonly<Record<string, string>> = {
  "policy.network":
    "fetch XMLHttpRequest WebSocket EventSource WebTransport RTCPeerConnection RTCDataChannel navigator Request Response Headers",
  "policy.timer":
    "setTimeout setInterval setImmediate requestAnimationFrame requestIdleCallback queueMicrotask clearTimeout clearInterval cancelAnimationFrame scheduler",
  "policy.clock": "performance",
  "policy.chance": "crypto",
  "policy.storage": "localStorage sessionStorage indexedDB caches cookieStore",
  "policy.worker":
    "Worker SharedWorker ServiceWorker BroadcastChannel MessageChannel postMessage importScripts Atomics SharedArrayBuffer",
  "policy.code": "eval Function WebAssembly AsyncFunction GeneratorFunction",
  "policy.page":
    "window document self globalThis top parent frames opener location history screen alert confirm prompt open close print customElements getComputedStyle matchMedia innerWidth innerHeight addEventListener removeEventListener dispatchEvent ResizeObserver IntersectionObserver MutationObserver OffscreenCanvas DOMParser FontFace Notification HTMLElement HTMLCanvasElement Element Node Event CustomEvent Image Audio Blob File FileReader AudioContext process global Buffer __dirname __filename",
};

export const FORBIDDEN: ReadonlyMap<string, string> = new Map(
  Object.entries(NAMES).flatMap(([code, names]) => names.split(" ").map((name) => [name, code])),
);

/** What the language itself brings, and a console that nobody reads. */
export const GIVEN: ReadonlySet<string> = new Set(
  `undefined NaN Infinity isNaN isFinite parseInt parseFloat encodeURIComponent decodeURIComponent encodeURI decodeURI
  escape unescape Object Array String Number Boolean Symbol BigInt Math JSON Date RegExp Map Set WeakMap WeakSet WeakRef
  FinalizationRegistry Promise Proxy Reflect Intl Iterator Error TypeError RangeError SyntaxError ReferenceError EvalError
  URIError AggregateError ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array
  Uint32Array Float16Array Float32Array Float64Array BigInt64Array BigUint64Array console arguments`.split(/\s+/),
);
