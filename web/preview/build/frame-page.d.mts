export function buildFramePage(dist: string): Promise<void>;
