/** React's server renderer for strings, alone: without the streaming one, which wants what a realm has not. */
declare module "react-dom-server" {
  export function renderToStaticMarkup(element: import("react").ReactNode): string;
}
