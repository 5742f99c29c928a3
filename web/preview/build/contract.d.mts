export const motionModules: Record<string, string>;
export function contractNames(): Promise<Record<string, string[]>>;
