/**
 * Draws the icons of the screen apps: a moon of bone on black, and in its opening a mark per app.
 * Run after changing a shape: node tools/icons.mjs. The results are committed.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const BLACK = [0x0b, 0x0c, 0x0e];
const BONE = [0xf4, 0xf3, 0xef];

/** Shapes on a field of 100 × 100. The moon is one disc without another. */
const MOON = { x: 46, y: 50, r: 27, bite: { x: 60, y: 41, r: 23 } };
const MARKS = {
  pos: [[58, 38, 15, 15, 3.5]],
  bar: [
    [57, 36, 17, 4, 2],
    [60, 42, 11, 13, 2.5],
  ],
  customer: [
    [57, 36, 7, 7, 1.6],
    [67, 36, 7, 7, 1.6],
    [57, 46, 7, 7, 1.6],
    [67, 46, 7, 7, 1.6],
  ],
  admin: [
    [57, 46, 4.5, 8, 1.6],
    [64, 41, 4.5, 13, 1.6],
    [71, 36, 4.5, 18, 1.6],
  ],
};

const inDisc = (x, y, disc) => (x - disc.x) ** 2 + (y - disc.y) ** 2 <= disc.r ** 2;

function inRoundedBox(x, y, [left, top, width, height, radius]) {
  const dx = Math.max(left + radius - x, x - (left + width - radius), 0);
  const dy = Math.max(top + radius - y, y - (top + height - radius), 0);
  return x >= left && x <= left + width && y >= top && y <= top + height && dx * dx + dy * dy <= radius * radius;
}

function isBone(x, y, marks) {
  return (inDisc(x, y, MOON) && !inDisc(x, y, MOON.bite)) || marks.some((box) => inRoundedBox(x, y, box));
}

/** RGBA pixels, four by four samples each. `maskable` fills the square and keeps the drawing in the safe zone. */
function draw(size, marks, maskable) {
  const pixels = Buffer.alloc(size * (size * 4 + 1));
  const zoom = maskable ? 1.25 : 1;
  const samples = 4;
  for (let row = 0; row < size; row += 1) {
    let at = row * (size * 4 + 1) + 1;
    for (let column = 0; column < size; column += 1) {
      let bone = 0;
      let field = 0;
      for (let sample = 0; sample < samples * samples; sample += 1) {
        const x = ((column + ((sample % samples) + 0.5) / samples) / size) * 100;
        const y = ((row + (Math.floor(sample / samples) + 0.5) / samples) / size) * 100;
        if (maskable || inRoundedBox(x, y, [0, 0, 100, 100, 22])) field += 1;
        if (isBone((x - 50) * zoom + 50, (y - 50) * zoom + 50, marks)) bone += 1;
      }
      const share = bone / (samples * samples);
      for (let channel = 0; channel < 3; channel += 1) {
        pixels[at++] = Math.round(BLACK[channel] * (1 - share) + BONE[channel] * share);
      }
      pixels[at++] = Math.round((field / (samples * samples)) * 255);
    }
  }
  return pixels;
}

function png(size, pixels) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

function svg(marks) {
  const { x, y, r, bite } = MOON;
  const boxes = marks
    .map(
      ([left, top, width, height, radius]) =>
        `<rect x="${left}" y="${top}" width="${width}" height="${height}" rx="${radius}"/>`,
    )
    .join('');
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">' +
    `<mask id="m"><rect width="100" height="100" fill="#fff"/><circle cx="${bite.x}" cy="${bite.y}" r="${bite.r}"/></mask>` +
    '<rect width="100" height="100" rx="22" fill="#0b0c0e"/>' +
    `<g fill="#f4f3ef"><circle cx="${x}" cy="${y}" r="${r}" mask="url(#m)"/>${boxes}</g></svg>\n`
  );
}

for (const [app, marks] of Object.entries(MARKS)) {
  const folder = resolve(ROOT, 'apps', app, 'public/icons');
  await mkdir(folder, { recursive: true });
  await writeFile(resolve(folder, 'icon.svg'), svg(marks));
  for (const [file, size, maskable] of [
    ['icon-192.png', 192, false],
    ['icon-512.png', 512, false],
    ['maskable-512.png', 512, true],
    ['apple-touch.png', 180, true],
  ]) {
    await writeFile(resolve(folder, file), png(size, draw(size, marks, maskable)));
  }
}
