import type { ReactNode } from "react";
import { NewVideo } from "./new-video";
import { ProjectList } from "./project-list";

export function StartPage(): ReactNode {
  return (
    <div className="start">
      <title>Bazaar</title>
      <header className="start-header">
        <h1>Bazaar</h1>
        <p>Say what the video should show. Its scenes are planned, made, checked and played here.</p>
      </header>
      <main>
        <NewVideo />
        <ProjectList />
      </main>
    </div>
  );
}
