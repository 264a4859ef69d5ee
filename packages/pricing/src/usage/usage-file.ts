import { didYouMean } from '@tollgate/hcl';
import { isAlias, isMap, isScalar, LineCounter, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { PricingError } from '../error.ts';
import { parseUsageName, type UsageName } from './usage-name.ts';
import type { UsageProblem } from './usage-problem.ts';
import { UsageReader } from './usage-reader.ts';
import type { UsageValues } from './usage-values.ts';
import type { UsageVocabulary } from './usage-vocabulary.ts';

/** A usage file, read. */
export interface UsageFile {
  readonly file: string;
  /** `resource_type_default_usage`. */
  readonly byType: ReadonlyMap<string, UsageValues>;
  /** `resource_usage`, in the order of the file. */
  readonly byName: readonly NamedUsage[];
  readonly problems: readonly UsageProblem[];
}

export interface NamedUsage {
  readonly name: UsageName;
  readonly values: UsageValues;
  readonly line: number;
  readonly column: number;
}

const sections = ['version', 'resource_usage', 'resource_type_default_usage'];
const versions: readonly unknown[] = [0.1, '0.1'];

/** A file with more parts than this is no usage file. */
const maxBytes = 5 * 1024 * 1024;

/**
 * Reads a usage file in the form that is in wide use: `version: 0.1`, `resource_usage` by address, `resource_type_default_usage`
 * by type. Unknown keys and wrong values are problems with their place; the rest of the file is used.
 * @throws PricingError when it is no YAML mapping, or of another version.
 */
export function readUsageFile(file: string, text: string, vocabulary: UsageVocabulary): UsageFile {
  if (Buffer.byteLength(text) > maxBytes)
    throw new PricingError(file, 'The usage file is larger than 5 MiB. Split it.');
  const lines = new LineCounter();
  // Duplicate keys are told with their place, below.
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new PricingError(
      `${file}:${line}:${col}`,
      `The usage file is no YAML: ${error.message.split('\n')[0] ?? ''}`,
    );
  }
  const reader = new UsageReader(file, document, lines, vocabulary);
  const byType = new Map<string, UsageValues>();
  const byName: NamedUsage[] = [];
  if (document.contents === null) return { file, byType, byName, problems: [] };
  if (!isMap(document.contents))
    throw new PricingError(`${file}:1:1`, 'The usage file must be a mapping with the key resource_usage.');

  for (const pair of reader.entries(document.contents)) {
    const key = reader.keyOf(pair);
    const value = reader.resolved(pair.value);
    if (key === 'version') checkVersion(pair, reader);
    else if (!sections.includes(key)) {
      reader.report('warning', pair.key, `"${key}" is no part of a usage file.${didYouMean(key, sections)}`);
    } else if (isMap(value)) readSection(key, value, { reader, vocabulary, byType, byName });
    else if (!isScalar(value) || value.value !== null) reader.report('error', pair.key, `"${key}" must be a mapping.`);
  }
  return { file, byType, byName, problems: reader.problems };
}

function checkVersion(pair: Pair, reader: UsageReader): void {
  const value = isScalar(pair.value) ? pair.value.value : undefined;
  if (versions.includes(value)) return;
  throw new PricingError(
    reader.placeOf(pair.value ?? pair.key),
    `The version of the usage file is ${String(value)}, and 0.1 is read.`,
  );
}

interface Target {
  readonly reader: UsageReader;
  readonly vocabulary: UsageVocabulary;
  readonly byType: Map<string, UsageValues>;
  readonly byName: NamedUsage[];
}

function readSection(section: string, map: YAMLMap, { reader, vocabulary, byType, byName }: Target): void {
  for (const pair of reader.entries(map)) {
    const key = reader.keyOf(pair);
    const value = isAlias(pair.value) ? reader.resolved(pair.value) : pair.value;
    // Other tools take the name of a type here for all of its resources.
    const isType = vocabulary.keysOf(key) !== undefined;
    const isNamed = section === 'resource_usage' && !isType;
    if (section === 'resource_usage' && isType) {
      const advice = 'Write it below resource_type_default_usage.';
      reader.report(
        'warning',
        pair.key,
        `"${key}" is a type: this is taken as the usage of all its resources. ${advice}`,
      );
    }
    const name = isNamed ? parseUsageName(key) : null;
    const type = isNamed ? name?.type : key;
    if (type === undefined) {
      reader.report(
        'error',
        pair.key,
        `"${key}" is no address of a resource. Write it as aws_instance.web or module.a[*].aws_instance.web[*].`,
      );
      continue;
    }
    if (vocabulary.keysOf(type) === undefined) {
      reader.report(
        'warning',
        pair.key,
        `Resources of the type "${type}" have no usage.${didYouMean(type, vocabulary.types)}`,
      );
      continue;
    }
    if (isScalar(value) && value.value === null) continue;
    if (!isMap(value)) {
      reader.report('error', pair.value ?? pair.key, `The usage of "${key}" must be a mapping of keys to values.`);
      continue;
    }
    const values = reader.values(value, type);
    if (name === null) byType.set(type, values);
    else byName.push({ name, values, ...reader.position(pair.key) });
  }
}
