import { keptTheme, showTheme } from "@bazaar/shared/look/theme";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import "@bazaar/shared/style/tokens.css";
import "./style/page.css";
import "@bazaar/shared/style/controls.css";
import "@bazaar/shared/style/dialog.css";
import "./style/start.css";
import "./style/conversation.css";
import "./style/jobs.css";
import "./style/cost.css";
import "./style/attach.css";
import "./style/preview.css";
import "./style/pointing.css";
import "./style/timeline.css";
import "./style/menu.css";
import "./style/inspector.css";

showTheme(keptTheme());

const page = document.getElementById("page");
if (page !== null) {
  createRoot(page).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
