import type { ProjectState } from "@bazaar/shared/state";
import type { ReactNode } from "react";

interface AttachedPicturesProps {
  readonly ids: readonly string[];
  readonly state: ProjectState;
}

/** The pictures that went with a message. */
export function AttachedPictures({ ids, state }: AttachedPicturesProps): ReactNode {
  const assets = ids.flatMap((id) => state.assets.find((asset) => asset.id === id) ?? []);
  return assets.length === 0 ? null : (
    <ul className="attached" aria-label="Attached pictures">
      {assets.map(({ id, name, width, height }) => (
        <li key={id}>
          <img src={`${state.assetRoot}${name}`} alt={name} title={`${name}, ${width} × ${height}`} />
        </li>
      ))}
    </ul>
  );
}
