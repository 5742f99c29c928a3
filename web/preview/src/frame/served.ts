/** Entry of the served frame page, whose import map leads to the vendor modules beside it, and its fonts likewise. */
import type { FontSource } from "../fonts/face";
import { start } from "./start";

declare const FONT_FACES: readonly FontSource[];

start(FONT_FACES);
