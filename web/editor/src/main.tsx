import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { keptTheme, showTheme } from "./look/theme";
import "./style/tokens.css";
import "./style/page.css";
import "./style/controls.css";
import "./style/start.css";
import "./style/conversation.css";
import "./style/jobs.css";
import "./style/preview.css";
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
