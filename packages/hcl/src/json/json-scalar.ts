import type { Range } from '../range.ts';
import type { JsonToken } from './json-lexer.ts';
import type { JsonNode } from './json-node.ts';

type Report = (range: Range, summary: string, detail: string) => void;

const numberPattern = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$/;

/** readJsonScalar turns a word, number or string token into a node, and reports what is wrong with it. */
export function readJsonScalar(text: string, token: JsonToken, report: Report): JsonNode {
  const { start, end } = token;
  const written = text.slice(start, end);
  switch (token.kind) {
    case 'string':
      return readString(text, token, report);
    case 'number':
      if (numberPattern.test(written)) return { kind: 'number', text: written, start, end };
      report(token, 'Invalid JSON number', `"${written}" is not written as JSON writes numbers.`);
      break;
    default:
      if (written === 'true' || written === 'false') return { kind: 'bool', value: written === 'true', start, end };
      if (written === 'null') return { kind: 'null', start, end };
      report(token, 'Invalid JSON keyword', `"${written}" is unknown: there are only true, false and null.`);
  }
  return { kind: 'invalid', start, end };
}

function readString(text: string, token: JsonToken, report: Report): JsonNode {
  const { start, end } = token;
  const written = text.slice(start, end);
  if (!written.includes('\\') && written.length > 1 && written.endsWith('"')) {
    return { kind: 'string', value: written.slice(1, -1), start, end };
  }
  const value = parseString(written);
  if (value !== undefined) return { kind: 'string', value, start, end };
  const bad = /\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4}).?/.exec(written.replaceAll('\\\\', '__'));
  const range =
    bad === null ? { start: end, end } : { start: start + bad.index, end: start + bad.index + bad[0].length };
  const detail =
    bad === null ? 'The closing quote is missing on this line.' : `There is no escape sequence "${bad[0]}".`;
  report(range, 'Invalid JSON string', detail);
  return { kind: 'invalid', start, end };
}

function parseString(written: string): string | undefined {
  try {
    const value: unknown = JSON.parse(written);
    // As Go does, half a surrogate pair becomes the replacement character.
    return typeof value === 'string' ? value.toWellFormed() : undefined;
  } catch {
    return undefined;
  }
}
