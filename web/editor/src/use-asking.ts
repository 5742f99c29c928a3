/** Where it lay before the console shared it. */
export { type Asking, useAsking } from "@bazaar/shared/use-asking";
