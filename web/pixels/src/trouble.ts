/** What stands in the place of a scene that threw, or nothing. */
export function trouble(): string {
  return document.querySelector(".placard.wrong")?.textContent ?? "";
}
