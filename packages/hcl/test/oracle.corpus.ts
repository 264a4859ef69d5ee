import { isDeepStrictEqual } from 'node:util';
import { parseToObject } from 'hcl2-parser';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../src/index.ts';
import { corpusFolder, readConsoleVectors, readModuleVectors } from './corpus.ts';
import { hclToJson } from './hcl-to-json.ts';

const folder = corpusFolder('HCL of the corpus, compared with hcl2-parser');

interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** What became of one text: whether each parser takes it, and whether both read the same. */
type Outcome = 'same' | 'different' | 'refused by both' | 'only ours' | 'only theirs';

function compare({ name, text }: NamedText): { name: string; outcome: Outcome } {
  const { source, body, diagnostics } = parseConfig(text, { file: name });
  const theirs = readWithOracle(text);
  if (theirs === null) return { name, outcome: diagnostics.length === 0 ? 'only ours' : 'refused by both' };
  if (diagnostics.length > 0) return { name, outcome: 'only theirs' };
  const ours = hclToJson(source, body);
  return { name, outcome: isDeepStrictEqual(throughJson(ours), throughJson(theirs)) ? 'same' : 'different' };
}

/** JSON has neither infinity nor a negative zero. */
function throughJson(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Null for what it cannot read; on some texts, such as an object with the key `null`, it breaks down. */
function readWithOracle(text: string): unknown {
  try {
    const [theirs]: [unknown] = parseToObject(text);
    return theirs;
  } catch {
    return null;
  }
}

function compareAll(title: string, texts: readonly NamedText[]): { name: string; outcome: Outcome }[] {
  const outcomes = texts.map(compare);
  const counts = Object.entries(Object.groupBy(outcomes, ({ outcome }) => outcome)).map(
    ([outcome, list]) => `${outcome} ${list.length}`,
  );
  process.stdout.write(`hcl2-parser, ${texts.length} ${title}: ${counts.join(', ')}\n`);
  return outcomes.filter(({ outcome }) => outcome === 'different' || outcome === 'only theirs');
}

describe.skipIf(folder === undefined)('hcl2-parser', () => {
  it('reads the same from every configuration that it can read', () => {
    const texts = readModuleVectors(folder ?? '').flatMap(({ name, files }) =>
      Object.entries(files)
        .filter(([file]) => /\.(?:tf|tfvars)$/.test(file))
        .map(([file, text]) => ({ name: `${name}/${file}`, text })),
    );
    expect(compareAll('files', texts)).toEqual([]);
  });

  it('reads the same from every expression that it can read', () => {
    const texts = readConsoleVectors(folder ?? '').map(({ expr }) => ({ name: expr, text: `v = ${expr}\n` }));
    expect(compareAll('expressions', texts)).toEqual([]);
  });
});
