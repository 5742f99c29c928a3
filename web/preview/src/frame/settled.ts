/** When a frame that stands can be photographed: its images are there, and what the component delayed is continued. */
import { whenContinued } from "@bazaar/motion/host";

/** Longer than this no picture is held back; the parent takes a frame that is silent for two seconds for frozen. */
const MOST_WAIT_MS = 500;

export async function settled(stage: ParentNode): Promise<void> {
  const waiting = [...stage.querySelectorAll("img")].filter((image) => !image.complete).map(arrived);
  await Promise.race([Promise.all([whenContinued(), ...waiting]), new Promise((go) => setTimeout(go, MOST_WAIT_MS))]);
}

/** Loaded or failed: what will not come is not waited for. */
function arrived(image: HTMLImageElement): Promise<unknown> {
  return new Promise((go) => {
    image.addEventListener("load", go, { once: true });
    image.addEventListener("error", go, { once: true });
  });
}
