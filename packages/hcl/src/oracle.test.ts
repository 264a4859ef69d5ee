import { readdirSync, readFileSync } from 'node:fs';
import { parseToObject } from 'hcl2-parser';
import { describe, expect, it } from 'vitest';
import { hclToJson } from '../test/hcl-to-json.ts';
import { parseConfig } from './parse.ts';

const folder = new URL('../test/data/', import.meta.url);
const files = readdirSync(folder).filter((file) => file.endsWith('.tf'));

describe('hcl2-parser', () => {
  it.each(files)('reads the same from %s', (file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    const { source, body, diagnostics } = parseConfig(text, { file });
    expect(diagnostics).toEqual([]);
    const [theirs] = parseToObject(text);
    expect(hclToJson(source, body)).toEqual(theirs);
  });
});
