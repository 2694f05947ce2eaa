import { writeFileSync } from 'node:fs';
import { encode } from 'uqr';

const WIDTH = 640;
const HEIGHT = 480;
const FRAMES = 10;
/** Luma of the TV range: a club is dim and a screen is no pure white. */
const LIGHT = 200;
const DARK = 40;
const ROOM = 70;
const NO_COLOUR = 128;
/** Pixels of a module, and modules of white around the code. */
const MODULE = 10;
const QUIET = 4;

/** Writes what a camera sees that is held before this QR, as a y4m clip for Chromium's fake capture, which repeats it. */
export function filmQr(path: string, text: string): void {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const side = size + 2 * QUIET;
  const left = Math.floor((WIDTH - side * MODULE) / 2);
  const top = Math.floor((HEIGHT - side * MODULE) / 2);
  if (top < 0) throw new Error(`a QR of ${String(size)} modules does not fit into the picture`);
  film(path, (x, y) => {
    const column = Math.floor((x - left) / MODULE);
    const row = Math.floor((y - top) / MODULE);
    if (column < 0 || row < 0 || column >= side || row >= side) return ROOM;
    return data[row - QUIET]?.[column - QUIET] ? DARK : LIGHT;
  });
}

/** The same with nothing in front of the camera. */
export function filmRoom(path: string): void {
  film(path, () => ROOM);
}

function film(path: string, luma: (x: number, y: number) => number): void {
  const picture = Buffer.alloc((WIDTH * HEIGHT * 3) / 2, NO_COLOUR);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) picture[y * WIDTH + x] = luma(x, y);
  }
  const header = Buffer.from(`YUV4MPEG2 W${String(WIDTH)} H${String(HEIGHT)} F10:1 Ip A1:1 C420jpeg\n`);
  const frames = Array.from({ length: FRAMES }, () => [Buffer.from('FRAME\n'), picture]).flat();
  writeFileSync(path, Buffer.concat([header, ...frames]));
}
