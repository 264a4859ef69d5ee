import { visible } from './visible.ts';

/**
 * Text from outside for XML: what XML cannot hold is shown as an escape or the replacement character, and the sign of the end
 * of raw text, which XML forbids in running text, is broken by a zero-width space.
 */
export function xmlText(text: string): string {
  return visible(text)
    .replaceAll(/[\ufffe\uffff]/g, '\ufffd')
    .replaceAll(']]>', ']]\u200b>');
}
