import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// The server's policy lets a page take scripts, styles and pictures from its own origin alone:
// nothing is inlined into the page or into a data address.
export default defineConfig({
  plugins: [react()],
  base: "/",
  build: {
    outDir: "../dist/editor",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
