/** Whether what is there is heard; what a component wants silent stays so. */
export function hushed(muted: boolean): void {
  for (const media of document.querySelectorAll<HTMLMediaElement>("audio, video")) {
    media.muted = muted || media.dataset["silent"] !== undefined;
  }
}
