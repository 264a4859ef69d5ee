import { isJsonObject } from '../../documents/schema-node.ts';
import type { JsonObject, JsonValue } from '../../json.ts';
import type { SourcePlace } from '../../subject.ts';
import { EntryReader, entryAt, type ImportedEntry } from './entry-reader.ts';
import type { ImportedExceptions, ImportFile, ImportOptions } from './import-exceptions.ts';
import { textIn } from './located-data.ts';

/** The most characters of a log: it can come from a stranger's pull request. */
const maxLength = 64 * 1024 * 1024;

/**
 * readSarifSuppressions reads what is suppressed in a SARIF 2.1.0 log (sections 3.27.23 and 3.35 of the standard). A result
 * of which one suppression is rejected or under review is not suppressed. Problems stand at the beginning of the file and
 * name the way into it: a log is written by machines, on one line or on a million.
 */
export function readSarifSuppressions({ file, text }: ImportFile, options: ImportOptions): ImportedExceptions {
  const reader = new EntryReader(options);
  const log = text.length > maxLength ? undefined : parsed(text);
  if (!isJsonObject(log) || !Array.isArray(log.runs)) {
    const size = text.length > maxLength ? ` of at most ${maxLength / 1024 / 1024} MiB` : '';
    reader.report({ file, startLine: 1, startColumn: 1 }, `This is no SARIF log${size}: JSON with "runs" is expected.`);
    return reader.result();
  }
  for (const [runIndex, run] of log.runs.entries()) {
    if (!isJsonObject(run)) continue;
    for (const [index, result] of list(run.results).entries()) {
      if (isJsonObject(result)) readResult(result, run, { file, way: `runs[${runIndex}].results[${index}]` }, reader);
    }
  }
  return reader.result();
}

interface Place {
  readonly file: string;
  /** The way into the log. */
  readonly way: string;
}

function readResult(result: JsonObject, run: JsonObject, place: Place, reader: EntryReader): void {
  const suppressions = list(result.suppressions).filter(isJsonObject);
  if (suppressions.length === 0 || !suppressions.every(isAccepted)) return;
  const source = { file: place.file, startLine: 1, startColumn: 1 };
  const rule = ruleOf(result, run);
  const scope = scopeOf(result);
  if (rule === null) reader.report(source, `${place.way} is suppressed and names no rule.`);
  if (scope === null) {
    const message = `${place.way} is suppressed, and its place is no path in the repository: the exception would be too wide.`;
    reader.report(source, message);
  }
  if (rule === null || scope === null) return;
  for (const [index, suppression] of suppressions.entries()) {
    const properties = isJsonObject(suppression.properties) ? suppression.properties : {};
    reader.take({
      ...entryAt(source, `${place.file}#${place.way}.suppressions[${index}]`),
      ...scope,
      rule,
      reason: textIn(suppression, 'justification'),
      approver: textIn(properties, 'approver'),
      expires: textIn(properties, 'expires'),
    });
  }
}

/** A suppression without a status is accepted. */
function isAccepted({ status }: JsonObject): boolean {
  return status === undefined || status === 'accepted';
}

function ruleOf(result: JsonObject, run: JsonObject): string | null {
  const reference = isJsonObject(result.rule) ? result.rule : {};
  const named = textIn(result, 'ruleId') ?? textIn(reference, 'id');
  if (named !== null) return named;
  const driver = isJsonObject(run.tool) && isJsonObject(run.tool.driver) ? run.tool.driver : {};
  const index = result.ruleIndex ?? reference.index;
  const rule = typeof index === 'number' ? list(driver.rules)[index] : undefined;
  return isJsonObject(rule) ? textIn(rule, 'id') : null;
}

/**
 * What the first place of a result says of the subject: its address where there is one, for it stays when lines move, or
 * else its lines. Null when that would not limit the exception.
 */
function scopeOf(result: JsonObject): Pick<ImportedEntry, 'resources' | 'paths' | 'lines'> | null {
  const location = list(result.locations).find(isJsonObject) ?? {};
  const addresses = list(location.logicalLocations)
    .filter(isJsonObject)
    .flatMap((logical) => textIn(logical, 'fullyQualifiedName') ?? [])
    .filter((address) => !isPattern(address));
  const lines = linesOf(location.physicalLocation);
  const [address] = addresses;
  if (address === undefined) return lines === null ? null : { resources: [], paths: [], lines };
  return { resources: [address], paths: lines === null || isPattern(lines.file) ? [] : [lines.file], lines: null };
}

function linesOf(location: JsonValue | undefined): SourcePlace | null {
  if (!isJsonObject(location) || !isJsonObject(location.artifactLocation)) return null;
  const file = pathOf(textIn(location.artifactLocation, 'uri') ?? '');
  const region = isJsonObject(location.region) ? location.region : {};
  const { startLine, endLine } = region;
  if (file === null || !isLine(startLine)) return null;
  return { file, startLine, ...(isLine(endLine) && endLine >= startLine ? { endLine } : {}) };
}

/** The path from the root of the repository that a relative address names; null for any other. */
function pathOf(uri: string): string | null {
  if (uri === '' || /^[a-z][a-z0-9+.-]*:|^\//i.test(uri)) return null;
  try {
    const path = decodeURIComponent(uri);
    return path.split('/').includes('..') ? null : path.replace(/^(\.\/)+/, '');
  } catch {
    return null;
  }
}

function isLine(value: JsonValue | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 1;
}

function isPattern(text: string): boolean {
  return /^!|[*?]/.test(text);
}

function list(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}
