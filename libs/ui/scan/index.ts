/** Reading QR codes with a camera. Apart from `@libs/ui`, so that only screens that scan fetch it. */
export { Dedupe } from './dedupe';
export { type CameraProblem, type CameraState, useCamera } from './useCamera';
export { useReader } from './useReader';
