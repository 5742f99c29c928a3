import { type ReactNode, useState } from "react";
import { chooseTheme, keptTheme, THEMES, type Theme } from "./theme";

const WORDS: Record<Theme, string> = { system: "As the system", light: "Light", dark: "Dark" };

export function ThemeChoice(): ReactNode {
  const [theme, setTheme] = useState(keptTheme);
  const choose = (next: Theme) => {
    chooseTheme(next);
    setTheme(next);
  };
  return (
    <label className="theme-choice">
      <span className="unseen">Appearance</span>
      <select value={theme} onChange={(event) => choose(event.target.value as Theme)}>
        {THEMES.map((each) => (
          <option key={each} value={each}>
            {WORDS[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
