import { asList, asText, isObject, member } from '../json.ts';
import { limit } from '../limits.ts';
import type { Rule, Tool } from '../state/code-scanning.ts';

/** A run of a SARIF file, as far as alerts are made from it. */
export interface SarifRun {
  readonly tool: Tool;
  /** The id of the run without its last part; empty when the run has none. */
  readonly category: string;
  readonly rules: number;
  readonly results: readonly SarifResult[];
}

export interface SarifResult {
  readonly rule: Rule;
  readonly message: string;
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly startColumn: number;
  readonly endColumn: number;
  /** What tells this result from others of its rule: the fingerprint, or else the place. */
  readonly identity: string;
}

/** What reading a file gave: its runs, or what GitHub says in the status of the upload. */
export type SarifReading =
  | { readonly kind: 'runs'; readonly runs: readonly SarifRun[] }
  | { readonly kind: 'rejected'; readonly errors: readonly string[] };

/** readSarif reads a SARIF 2.1.0 file as code scanning does, with its limits. */
export function readSarif(text: string): SarifReading {
  const document = parseJson(text);
  if (document === undefined) return rejected('The SARIF file is not valid JSON.');
  if (member(document, 'version') !== '2.1.0') return rejected('The SARIF file is not of version 2.1.0.');
  const runs = asList(member(document, 'runs'));
  if (runs.length > limit('sarifRuns')) {
    return rejected(`rejecting SARIF, as there are more runs than allowed (${runs.length} > ${limit('sarifRuns')})`);
  }
  const read = runs.map(readRun);
  const errors = read.flatMap((run) => (typeof run === 'string' ? [run] : []));
  if (errors.length > 0) return { kind: 'rejected', errors };
  const whole = read.filter((run) => typeof run !== 'string');
  const keys = whole.map(({ tool, category }) => `${tool.name}\n${category}`);
  if (new Set(keys).size < keys.length) {
    return rejected('rejecting SARIF, as there are several runs with the same tool and category');
  }
  return { kind: 'runs', runs: whole };
}

function rejected(...errors: readonly string[]): SarifReading {
  return { kind: 'rejected', errors };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readRun(run: unknown): SarifRun | string {
  const driver = member(member(run, 'tool'), 'driver');
  const name = asText(member(driver, 'name'));
  if (name === undefined) return 'A run has no tool.driver.name.';
  const rules = asList(member(driver, 'rules'));
  const results = asList(member(run, 'results'));
  if (results.length > limit('sarifResults')) {
    return `rejecting SARIF, as there are more results per run than allowed (${results.length} > ${limit('sarifResults')})`;
  }
  if (rules.length > limit('sarifRules')) {
    return `rejecting SARIF, as there are more rules per run than allowed (${rules.length} > ${limit('sarifRules')})`;
  }
  const read = results.map((result) => readResult(result, rules));
  const problem = read.find((result) => typeof result === 'string');
  if (problem !== undefined) return problem;
  const id = asText(member(member(run, 'automationDetails'), 'id')) ?? '';
  return {
    tool: {
      name,
      version: asText(member(driver, 'semanticVersion')) ?? asText(member(driver, 'version')) ?? null,
      guid: asText(member(driver, 'guid')) ?? null,
    },
    category: id.includes('/') ? id.slice(0, id.lastIndexOf('/')) : '',
    rules: rules.length,
    results: read.filter((result) => typeof result !== 'string'),
  };
}

function readResult(result: unknown, rules: readonly unknown[]): SarifResult | string {
  const message = asText(member(member(result, 'message'), 'text'));
  if (message === undefined) return 'A result has no message.text.';
  const location = member(asList(member(result, 'locations'))[0], 'physicalLocation');
  const path = asText(member(member(location, 'artifactLocation'), 'uri'));
  if (path === undefined) return 'locationFromSarifResult: expected a physical location';
  const index = member(result, 'ruleIndex');
  const id = asText(member(result, 'ruleId')) ?? asText(member(member(result, 'rule'), 'id'));
  const described = typeof index === 'number' ? rules[index] : rules.find((rule) => member(rule, 'id') === id);
  const region = member(location, 'region');
  const startLine = numberOr(member(region, 'startLine'), 1);
  const startColumn = numberOr(member(region, 'startColumn'), 1);
  const rule = readRule(described, id ?? asText(member(described, 'id')) ?? '', asText(member(result, 'level')));
  const print = asText(member(member(result, 'partialFingerprints'), 'primaryLocationLineHash'));
  return {
    rule,
    message,
    path,
    startLine,
    endLine: numberOr(member(region, 'endLine'), startLine),
    startColumn,
    endColumn: numberOr(member(region, 'endColumn'), startColumn),
    identity: `${rule.id}\n${print ?? `${path}:${startLine}:${startColumn}`}`,
  };
}

function readRule(rule: unknown, id: string, level: string | undefined): Rule {
  const text = (name: string) => asText(member(member(rule, name), 'text'));
  const properties = member(rule, 'properties');
  return {
    id,
    name: asText(member(rule, 'name')) ?? id,
    severity: severityOf(level ?? asText(member(member(rule, 'defaultConfiguration'), 'level'))),
    securitySeverity: securitySeverityOf(Number(member(properties, 'security-severity'))),
    description: text('shortDescription') ?? '',
    fullDescription: text('fullDescription') ?? '',
    help: asText(member(member(rule, 'help'), 'markdown')) ?? text('help') ?? null,
    helpUri: asText(member(rule, 'helpUri')) ?? null,
    tags: isObject(properties) ? asList(properties.tags).flatMap((tag) => asText(tag) ?? []) : [],
  };
}

function severityOf(level: string | undefined): Rule['severity'] {
  return level === 'none' || level === 'note' || level === 'error' ? level : 'warning';
}

/** Thresholds from GitHub's documentation of SARIF support: 9, 7, 4, above 0. */
function securitySeverityOf(score: number): Rule['securitySeverity'] {
  if (!(score > 0)) return null;
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  return score >= 4 ? 'medium' : 'low';
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' ? value : otherwise;
}
