import type { Told } from "./generated/events";

/** The events of one family: `About<"scene">` is every event whose name begins with `scene.` */
export type About<Family extends string> = Extract<Told, { type: `${Family}.${string}` }>;
