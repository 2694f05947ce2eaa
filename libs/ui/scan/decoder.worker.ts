import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** One picture to look at: RGBA pixels of a square. */
export interface Picture {
  readonly pixels: ArrayBuffer;
  readonly side: number;
}

/** The decoder comes from our own origin, of the same package version as its caller. */
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });

async function textIn({ pixels, side }: Picture): Promise<string | null> {
  const picture = new ImageData(new Uint8ClampedArray(pixels), side, side);
  const found = await readBarcodes(picture, {
    formats: ['QRCode'],
    tryHarder: true,
    tryRotate: true,
    tryInvert: true,
    tryDownscale: true,
    maxNumberOfSymbols: 1,
  });
  return found.find((code) => code.isValid)?.text ?? null;
}

self.addEventListener('message', (event: MessageEvent<Picture>) => {
  textIn(event.data).then(
    (text) => self.postMessage({ text }),
    (error: unknown) => self.postMessage({ text: null, failure: String(error) }),
  );
});
