import type { ComponentPropsWithRef, ReactNode } from "react";

export type ImgProps = ComponentPropsWithRef<"img"> & {
  readonly src: string;
  // What only a renderer of the original acts on: taken, and without effect here.
  readonly maxRetries?: number;
  readonly pauseWhenLoading?: boolean;
  readonly delayRenderRetries?: number;
  readonly delayRenderTimeoutInMilliseconds?: number;
};

/** An image. Use it instead of <img>, so that a host can wait for it. */
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
