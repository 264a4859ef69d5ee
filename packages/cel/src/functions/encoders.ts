import type { Meter } from '../evaluate/meter.ts';
import { fail } from '../values/stop.ts';
import type { FunctionDefinition } from './overload.ts';

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** The encoders extension. */
export const ENCODER_FUNCTIONS: readonly FunctionDefinition[] = [
  ['base64.encode(bytes): string', encode],
  ['base64.decode(string): bytes', decode],
];

function encode(bytes: Uint8Array, meter: Meter): string {
  meter.characters(bytes.length);
  return Buffer.from(bytes).toString('base64');
}

/** The padding at the end may be missing. */
function decode(text: string, meter: Meter): unknown {
  meter.characters(text.length);
  const digits = text.replace(/={0,2}$/, '').length;
  if (!BASE64.test(text) || digits % 4 === 1) return fail('the text is not base64');
  return new Uint8Array(Buffer.from(text, 'base64'));
}
