export function buildStandalone(contract: Record<string, string[]>, dist: string): Promise<void>;
