import type { ReactNode } from "react";
import { ProjectPage } from "./project/project-page";
import { useProjectInAddress } from "./route";
import { StartPage } from "./start/start-page";

export function App(): ReactNode {
  const project = useProjectInAddress();
  return project === null ? <StartPage /> : <ProjectPage key={project} project={project} />;
}
