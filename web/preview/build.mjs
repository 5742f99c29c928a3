/** Builds everything that the preview and the standalone page need into web/dist/. */
import { rm } from "node:fs/promises";
import { contractNames } from "./build/contract.mjs";
import { buildFonts } from "./build/fonts.mjs";
import { buildFramePage } from "./build/frame-page.mjs";
import { dist } from "./build/settings.mjs";
import { buildStandalone } from "./build/standalone.mjs";
import { buildVendor } from "./build/vendor.mjs";

const contract = await contractNames();
await rm(`${dist}vendor`, { recursive: true, force: true });
await Promise.all([
  buildVendor(contract, dist),
  buildFramePage(dist),
  buildStandalone(contract, dist),
  buildFonts(dist),
]);
