/** Put together by the build: every module that a component may import (web/preview/build/contract.mjs). */
declare module "bazaar:contract" {
  export const modules: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}
