import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// As the editor's: nothing is inlined, because the server's policy takes scripts and styles from its own origin alone.
export default defineConfig({
  plugins: [react()],
  base: "/console/",
  build: {
    outDir: "../dist/console",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
});
