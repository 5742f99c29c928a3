export interface Example {
  readonly title: string;
  readonly prompt: string;
  /** Of one of the sizes. */
  readonly ratio: string;
}

export const EXAMPLES: readonly Example[] = [
  {
    title: "Launch teaser",
    ratio: "16:9",
    prompt: "A 12 second launch teaser for “Nimbus”, three scenes. Our colours are navy and coral.",
  },
  {
    title: "Numbers of the year",
    ratio: "16:9",
    prompt: "A 12 second video “Our year in numbers”: 1250 customers, 38 countries, 12 new products. Black and gold.",
  },
  {
    title: "Three tips",
    ratio: "9:16",
    prompt:
      "A 15 second clip “Three tips for better sleep”: no screens, cool room, same hour. Navy and sky blue, end with “Good night”.",
  },
  {
    title: "Quote of the day",
    ratio: "1:1",
    prompt:
      "An elegant 8 second square video, cream and dark green. Scene 1: quote “Simplicity is the ultimate sophistication.” with the line “Clare Boothe Luce”. Scene 2: outro “Quote of the day”.",
  },
  {
    title: "Revenue chart",
    ratio: "16:9",
    prompt:
      "A calm 10 second video, teal on white. Scene 1: title “A good year”. Scene 2: bar chart titled “Revenue”: “Q1” = 12, “Q2” = 18, “Q3” = 31, “Q4” = 27. Scene 3: outro “Thank you”.",
  },
  {
    title: "Event countdown",
    ratio: "1:1",
    prompt:
      "A bold 11 second video, purple and orange. Scene 1: countdown titled “Doors open in” from 5, labelled “Go!”. Scene 2: title “Summer Nights” with the line “12 July, harbour stage”. Scene 3: outro “Get your ticket”.",
  },
  {
    title: "How we got here",
    ratio: "16:9",
    prompt:
      "A clear 12 second video, dark green and mint. Scene 1: title “Ten years of us”. Scene 2: timeline titled “How we got here”: “2019: Two people”, “2021: First users”, “2024: Three offices”. Scene 3: outro “Thank you”.",
  },
  {
    title: "Goal reached",
    ratio: "4:5",
    prompt:
      "A calm 9 second video, forest green and cream. Scene 1: title “10,000 trees” with the line “Our goal for this year”. Scene 2: progress ring titled “Goal reached” from 0 to 72%, labelled “of 10,000 trees planted”. Scene 3: outro “Plant one with us”.",
  },
  {
    title: "Plans compared",
    ratio: "16:9",
    prompt:
      "A clear 10 second video, navy and sky blue. Scene 1: title “Find your plan”. Scene 2: comparison table titled “Plans”: “ | Free | Pro”, “Projects | 3 | unlimited”, “Export | no | yes”. Scene 3: outro “Start for free”.",
  },
  {
    title: "Hello, developers",
    ratio: "16:9",
    prompt:
      "A 12 second tech video. Scene 1: title “Hello, developers”. Scene 2: code typing titled “hello.ts”: “const ideas = await find();”, “for (const idea of ideas) {”, “  await build(idea);”, “}”. Scene 3: outro “Build with us”.",
  },
  {
    title: "Before and after",
    ratio: "4:5",
    prompt:
      "An elegant 9 second video, sand and brown. Scene 1: title “Room for two” with the line “Interior design”. Scene 2: split screen: “Before”, “After”. Scene 3: outro “Book a visit”.",
  },
  {
    title: "Playful invitation",
    ratio: "9:16",
    prompt:
      "A playful 12 second video, coral and cream. Scene 1: particle background: “Mia turns seven” with the line “You are invited”. Scene 2: list titled “Bring along”: “a good mood”, “rubber boots”, “a friend”. Scene 3: outro “See you on Sunday”.",
  },
];
