import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

/** Why there is no picture: nobody allowed it, there is none, another program holds it, or the page is not secure. */
export type CameraProblem = 'denied' | 'none' | 'busy' | 'insecure';
/** The camera of the tablet's back, or of its screen. */
export type Facing = 'environment' | 'user';
export type CameraState = 'starting' | 'on' | CameraProblem;

export interface Camera {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly state: CameraState;
  /** Whether its light is on; null where it has none. */
  readonly torch: boolean | null;
  readonly setTorch: (on: boolean) => void;
  readonly retry: () => void;
}

type WithTorch<T> = T & { torch?: boolean };

/** The picture of a camera in a `<video>`. Lets the camera go while the page is hidden, and takes it again. */
export function useCamera(facing: Facing): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const track = useRef<MediaStreamTrack | null>(null);
  const [state, setState] = useState<CameraState>('starting');
  const [torch, showTorch] = useState<boolean | null>(null);
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);

  useEffect(() => {
    let gone = false;
    const stop = (): void => {
      track.current?.stop();
      track.current = null;
    };
    const start = async (): Promise<void> => {
      setState('starting');
      try {
        const stream = await openCamera(facing);
        const [first] = stream.getVideoTracks();
        if (gone || document.visibilityState === 'hidden' || !first) {
          stream.getTracks().forEach((each) => each.stop());
          return;
        }
        stop();
        track.current = first;
        first.addEventListener('ended', () => setState('busy'));
        showTorch((first.getCapabilities() as WithTorch<MediaTrackCapabilities>).torch ? false : null);
        if (video.current) {
          video.current.srcObject = stream;
          await video.current.play().catch(() => undefined);
        }
        setState('on');
      } catch (error) {
        if (!gone) setState(problemOf(error));
      }
    };
    const whenShown = (): void => {
      if (document.visibilityState === 'hidden') stop();
      else void start();
    };
    void start();
    document.addEventListener('visibilitychange', whenShown);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', whenShown);
      stop();
    };
  }, [facing, attempt]);

  const setTorch = (on: boolean): void => {
    const light: WithTorch<MediaTrackConstraintSet> = { torch: on };
    track.current?.applyConstraints({ advanced: [light] }).then(
      () => showTorch(on),
      () => showTorch(null),
    );
  };
  return { video, state, torch, setTorch, retry };
}

class InsecurePage extends Error {}

async function openCamera(facing: Facing): Promise<MediaStream> {
  // Browsers hide the cameras from pages that came over plain HTTP from another machine.
  if (!('mediaDevices' in navigator)) throw new InsecurePage();
  const size = { width: { ideal: 1_280 }, height: { ideal: 720 } };
  return navigator.mediaDevices.getUserMedia({ video: { facingMode: { ideal: facing }, ...size }, audio: false });
}

function problemOf(error: unknown): CameraProblem {
  if (error instanceof InsecurePage) return 'insecure';
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'none';
}
