export function reasonFor(kind: string, question: unknown): string | undefined;
