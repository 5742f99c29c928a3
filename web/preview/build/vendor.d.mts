export function buildVendor(contract: Record<string, string[]>, dist: string): Promise<void>;
