export function buildCheck(outfile: string): Promise<void>;
