export function reference(): Promise<string>;
export function page(text: string): string;
