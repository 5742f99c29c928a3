/** What a host needs to draw components: the provider of frame and video. Components never see it. */
export { whenContinued } from "./delay-render";
export { isComponent } from "./is-component";
export { setAssetRoot } from "./static-file";
export { type Video, VideoProvider } from "./timeline";
