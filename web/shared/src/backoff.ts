/** Full jitter: anywhere between nothing and a ceiling that doubles with each try, in milliseconds. */
export function backoffMs(tries: number, random: () => number, firstMs = 500, mostMs = 10_000): number {
  return random() * Math.min(mostMs, firstMs * 2 ** tries);
}
