import { family } from "./family";

// In place of Noto Color Emoji, whose kind of colours not every browser draws.
export const { fontFamily, loadFont, getInfo } = family("Twemoji");
