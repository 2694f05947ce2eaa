import fc from 'fast-check';
import { seal } from '../src/getnet/envelope';
import { MessageSplitter } from '../src/getnet/splitter';

const message = fc
  .tuple(fc.string({ unit: 'binary', maxLength: 30 }), fc.jsonValue({ maxDepth: 3 }))
  .map(([text, value]) => seal({ FunctionCode: 105, ResponseMessage: `{"${text}"}\\`, SaleDetails: value }));
const between = fc.constantFrom('', '\r\n', ' ', '\n\n');

/** Cuts the bytes at arbitrary places, in the middle of letters too. */
function cut(bytes: Buffer, sizes: readonly number[]): Buffer[] {
  const pieces: Buffer[] = [];
  let at = 0;
  for (let turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    pieces.push(bytes.subarray(at, at + size));
    at += size;
  }
  return pieces;
}

describe('the terminal’s stream of bytes', () => {
  it('holds the same messages however it is cut into pieces', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(message, between), { maxLength: 5 }),
        fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 10 }),
        (messages, sizes) => {
          const bytes = Buffer.from(messages.flat().join(''), 'utf8');
          const splitter = new MessageSplitter();
          const found = cut(bytes, sizes).flatMap((piece) => splitter.push(piece));
          expect(found).toEqual(messages.map(([text]) => text));
          expect(splitter.isHalfway).toBe(false);
          expect(splitter.noise).toBe(0);
        },
      ),
    );
  });

  it('tells an acknowledgement from the message that is glued to it', () => {
    const answer = seal({ FunctionCode: 106, ResponseCode: 0 });
    expect(new MessageSplitter().push(Buffer.from(`{"Received":true}${answer}`))).toEqual([
      '{"Received":true}',
      answer,
    ]);
  });

  it('forgets a message that broke off and reads the next', () => {
    const splitter = new MessageSplitter();
    expect(splitter.push(Buffer.from('{"JsonSerialized":"{\\"Fun'))).toEqual([]);
    expect(splitter.isHalfway).toBe(true);
    splitter.reset();
    expect(splitter.push(Buffer.from('}noise{"Received":true}'))).toEqual(['{"Received":true}']);
  });

  it('does not grow without end when a message never ends', () => {
    const splitter = new MessageSplitter();
    splitter.push(Buffer.from('{'.repeat(2 * 1024 * 1024)));
    splitter.reset();
    expect(splitter.push(Buffer.from('{"Received":true}'))).toEqual(['{"Received":true}']);
  });
});
