import type { ToolView } from "@bazaar/shared/events";
import type { ReactNode } from "react";

export function ToolList({ tools }: { tools: readonly ToolView[] }): ReactNode {
  return tools.length === 0 ? null : (
    <ul className="tools" aria-label="What was done">
      {tools.map((tool) => (
        <li key={tool.call} className={tool.status}>
          {tool.status === "running" ? `${inWords(tool.name)}…` : sentence(tool.summary || inWords(tool.name))}
        </li>
      ))}
    </ul>
  );
}

/** `plan_scenes` is "Plan scenes". */
function inWords(name: string): string {
  return sentence(name.replaceAll("_", " "));
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
