import { keptTheme, showTheme } from "@bazaar/shared/look/theme";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import "@bazaar/shared/style/tokens.css";
import "@bazaar/shared/style/controls.css";
import "@bazaar/shared/style/dialog.css";
import "./style/shell.css";
import "./style/parts.css";
import "./style/tree.css";
import "./style/time.css";

showTheme(keptTheme());

const page = document.getElementById("page");
if (page !== null) {
  createRoot(page).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
