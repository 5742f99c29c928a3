export interface Example {
  readonly title: string;
  readonly prompt: string;
}

export const EXAMPLES: readonly Example[] = [
  {
    title: "Launch teaser",
    prompt: "A 12 second launch teaser for “Nimbus”, three scenes. Our colours are navy and coral.",
  },
  {
    title: "Numbers of the year",
    prompt: "A 12 second video “Our year in numbers”: 1250 customers, 38 countries, 12 new products. Black and gold.",
  },
  {
    title: "Three tips",
    prompt:
      "A 15 second clip “Three tips for better sleep”: no screens, cool room, same hour. Navy and sky blue, end with “Good night”.",
  },
];
