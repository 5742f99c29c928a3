/** The main part of the page: a menu that opens above it belongs to it, so that a screen reader finds it by its landmark. */
export function mainPart(): HTMLElement | null {
  return document.querySelector("main");
}
