/**
 * Entry of the frame inside the standalone page: nothing can be fetched there, so the import map leads to
 * small modules that hand out what is laid down here.
 */
import * as motion from "@bazaar/motion";
import { setAssetRoot } from "@bazaar/motion/host";
import * as react from "react";
import * as jsx from "react/jsx-runtime";
import { start } from "./start";

const vendor = { react, "react/jsx-runtime": jsx, remotion: motion };
Object.defineProperty(globalThis, "__bazaarVendor", { value: Object.freeze(vendor) });
setAssetRoot("assets/");
start();
