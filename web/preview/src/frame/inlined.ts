/**
 * Entry of the frame inside the standalone page: nothing can be fetched there, so the import map leads to
 * small modules that hand out what is laid down here.
 */

import { modules } from "bazaar:contract";
import { setAssetRoot } from "@bazaar/motion/host";
import { start } from "./start";

Object.defineProperty(globalThis, "__bazaarVendor", { value: Object.freeze(modules) });
setAssetRoot("assets/");
start([]);
