/** The stream's doors to the real browser. */
import type { StreamDoors } from "./stream";

export const BROWSER_DOORS: StreamDoors = {
  open: (url) => new EventSource(url) as ReturnType<StreamDoors["open"]>,
  probe: async (project) => {
    try {
      return (await fetch(`/api/projects/${encodeURIComponent(project)}`, { method: "GET" })).status;
    } catch {
      return 0;
    }
  },
  random: Math.random,
  later: (act, ms) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};
