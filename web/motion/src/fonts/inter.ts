import { family } from "./family";

export const { fontFamily, loadFont, getInfo } = family("Inter");
