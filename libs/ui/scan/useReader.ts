import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { Decoder } from './decoder';

/** Pixels of the square that is looked at: enough for a telephone at arm's length, quick on a cheap tablet. */
const SIDE = 720;
/** Pause between two pictures, ms. */
const PAUSE_MS = 90;

/**
 * Looks for a QR in the middle of the video, again and again, and reports every sighting.
 * @returns false once it is clear that nothing can be read here
 */
export function useReader(
  video: RefObject<HTMLVideoElement | null>,
  enabled: boolean,
  onSight: (code: string) => void,
): boolean {
  const sight = useEffectEvent(onSight);
  const [reads, setReads] = useState(true);
  useEffect(() => {
    if (!enabled) return;
    const decoder = new Decoder();
    const canvas = document.createElement('canvas');
    const context = canvas.getContext('2d', { willReadFrequently: true });
    let timer: ReturnType<typeof setTimeout>;
    let gone = false;
    const look = async (): Promise<void> => {
      const picture = context && video.current && squareOf(video.current, canvas, context);
      const text = picture ? await decoder.read(picture) : null;
      if (gone) return;
      if (text) sight(text);
      if (decoder.isBroken) return setReads(false);
      timer = setTimeout(() => void look(), PAUSE_MS);
    };
    timer = setTimeout(() => void look(), 0);
    return () => {
      gone = true;
      clearTimeout(timer);
      decoder.close();
      setReads(true);
    };
  }, [video, enabled]);
  return reads;
}

function squareOf(
  video: HTMLVideoElement,
  canvas: HTMLCanvasElement,
  context: CanvasRenderingContext2D,
): ImageData | null {
  const { videoWidth: width, videoHeight: height, readyState } = video;
  if (readyState < HTMLMediaElement.HAVE_CURRENT_DATA || width === 0) return null;
  const source = Math.min(width, height);
  const side = Math.min(source, SIDE);
  if (canvas.width !== side) canvas.width = canvas.height = side;
  context.drawImage(video, (width - source) / 2, (height - source) / 2, source, source, 0, 0, side, side);
  return context.getImageData(0, 0, side, side);
}
