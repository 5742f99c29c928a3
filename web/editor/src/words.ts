/** How lengths, times and steps are said to people. */

/** 90 frames at 30 a second are "3.0 s". */
export function seconds(frames: number, fps: number): string {
  return `${(frames / fps).toFixed(1)} s`;
}

/** The place in a video as minutes, seconds and frames: "0:03.15". */
export function timecode(frame: number, fps: number): string {
  const whole = Math.floor(frame / fps);
  const rest = String(frame % fps).padStart(2, "0");
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}.${rest}`;
}

export function clock(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime())
    ? ""
    : at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });
}

export function day(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? "" : at.toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
