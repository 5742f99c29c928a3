import type { ComponentPropsWithRef, ReactNode } from "react";

export type ImgProps = ComponentPropsWithRef<"img"> & { readonly src: string };

/** An image. Use it instead of <img>, so that a host can wait for it. */
export function Img({ alt = "", ...rest }: ImgProps): ReactNode {
  if (typeof rest.src !== "string" || rest.src === "") {
    throw new TypeError("an Img has no src; give it staticFile(name) or a data: address");
  }
  return <img alt={alt} {...rest} />;
}
