export function contractNames(): Promise<Record<string, string[]>>;
