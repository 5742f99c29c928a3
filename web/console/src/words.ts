/** How times, sizes and sums are said to people. */

/** "850 ms", "3.4 s", "2 min 5 s", "3 h 12 min", "4 d". */
export function lasting(seconds: number): string {
  const s = Math.max(0, seconds);
  if (s < 0.001) {
    return "under 1 ms";
  }
  if (s < 1) {
    return `${Math.round(s * 1000)} ms`;
  }
  if (s < 60) {
    return s < 10 ? `${s.toFixed(1)} s` : `${Math.round(s)} s`;
  }
  if (s < 3600) {
    return `${Math.floor(s / 60)} min ${Math.round(s % 60)} s`;
  }
  return s < 86_400 ? `${Math.floor(s / 3600)} h ${Math.round((s % 3600) / 60)} min` : `${Math.round(s / 86_400)} d`;
}

/** The time of day, with milliseconds where they tell things apart. */
export function clock(at: number, exact = false): string {
  const date = new Date(at * 1000);
  const time = date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });
  return exact ? `${time}.${String(date.getMilliseconds()).padStart(3, "0")}` : time;
}

export function bytes(count: number): string {
  const units = ["B", "KB", "MB", "GB", "TB"];
  const step = count <= 0 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(count) / 3));
  const value = count / 1000 ** step;
  return `${value >= 100 || step === 0 ? Math.round(value) : value.toFixed(1)} ${units[step]}`;
}

/** A price that is not known is not nothing. */
export function dollars(usd: number | null): string {
  if (usd === null) {
    return "price unknown";
  }
  return usd === 0 ? "$0" : usd < 0.01 ? `$${usd.toFixed(5)}` : `$${usd.toFixed(3)}`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}

/** An id that can be told from others, and no more. */
export function short(id: string): string {
  return id.length <= 14 ? id : `${id.slice(0, 13)}…`;
}
