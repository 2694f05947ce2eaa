/** What an app needs that scans: camera, decoder, typed numbers. Apart from `@libs/ui`, so that only screens that scan fetch it. */
import '../styles/scan.css';

export { CameraView } from './CameraView';
export { Dedupe, OUT_OF_SIGHT_MS } from './dedupe';
export { TypeSheet } from './TypeSheet';
export { type CameraProblem, type CameraState, type Facing, useCamera } from './useCamera';
export { useReader } from './useReader';
