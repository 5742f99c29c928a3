/** Waits for pictures that the frame shows: each is asked for once, and one that never comes holds nobody up. */

const PATIENCE_MS = 2000;
const MOST_ELEMENTS = 500;
const settled = new Set<string>();

export async function painted(): Promise<void> {
  const waiting = [...new Set(addresses())].filter((address) => !settled.has(address));
  for (const address of waiting) {
    settled.add(address);
  }
  const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.race([late, Promise.all(waiting.map(decoded))]);
}

async function decoded(address: string): Promise<void> {
  const picture = new Image();
  picture.src = address;
  // The document has it from then on; one that cannot be drawn is seen to be missing.
  await picture.decode().catch(() => undefined);
}

function* addresses(): Generator<string> {
  for (const element of [...document.querySelectorAll(".canvas *")].slice(0, MOST_ELEMENTS)) {
    if (element instanceof HTMLImageElement) {
      yield element.currentSrc || element.src;
    } else if (element instanceof SVGImageElement) {
      yield element.href.baseVal;
    }
    const { backgroundImage, maskImage } = getComputedStyle(element);
    for (const [, address = ""] of `${backgroundImage} ${maskImage}`.matchAll(/url\("([^"]+)"\)/g)) {
      yield address;
    }
  }
}
