import type { ComponentPropsWithRef, ReactNode } from "react";

export type ImgProps = ComponentPropsWithRef<"img"> & {
  readonly src: string;
  /** Without effect. */
  readonly maxRetries?: number;
  /** Without effect. */
  readonly pauseWhenLoading?: boolean;
  /** Without effect. */
  readonly delayRenderRetries?: number;
  /** Without effect. */
  readonly delayRenderTimeoutInMilliseconds?: number;
};

/** An image, with all attributes of <img>; src is staticFile(name) or a data: address. Use it instead of <img>. */
export function Img({
  alt = "",
  maxRetries: _retries,
  pauseWhenLoading: _pause,
  delayRenderRetries: _again,
  delayRenderTimeoutInMilliseconds: _timeout,
  ...rest
}: ImgProps): ReactNode {
  if (typeof rest.src !== "string" || rest.src === "") {
    throw new TypeError("an Img has no src; give it staticFile(name) or a data: address");
  }
  return <img alt={alt} {...rest} />;
}
