import { gzipSync } from 'node:zlib';
import type { Verdict } from '@tollgate/policy-engine';
import type { Log, Notification } from 'sarif';
import type { Report } from '../arrange.ts';
import { toJson } from '../json.ts';
import { fingerprinting } from './fingerprints.ts';
import { githubLimits, type SarifLimits } from './limits.ts';
import { sourceRoot } from './locations.ts';
import { isResult, resultLevel, resultOf } from './results.ts';
import { sarifRules } from './rules.ts';
import { sarifText } from './text.ts';

/** What a SARIF file says besides the report. */
export interface SarifOptions {
  /** The version of Tollgate, a semantic version. */
  readonly toolVersion?: string;
  /**
   * The file that stands for subjects without a place, from the root of the repository: the plan that was judged. Unless given
   * a name that says so; GitHub shows it in the place of a file.
   */
  readonly placeless?: string;
  /**
   * What becomes of excepted verdicts: `suppressed` as the standard says, or `left-out` for a place that shows suppressed
   * results as open ones, as GitHub does unless it is told otherwise.
   */
  readonly excepted?: 'suppressed' | 'left-out';
  /** GitHub's unless given. */
  readonly limits?: SarifLimits;
}

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const noPlace = 'no file known';

/**
 * Writes a report as SARIF 2.1.0 for GitHub code scanning: one run, a result for every verdict that did not pass. What is above
 * the limits is left out, the least severe first, and the file says so. The same report gives the same bytes.
 */
export function toSarif(report: Report, options: SarifOptions = {}): string {
  const limits = options.limits ?? githubLimits;
  const all = report.decision.verdicts.filter(
    (verdict) => isResult(verdict) && (options.excepted !== 'left-out' || verdict.outcome !== 'excepted'),
  );
  for (let room = Math.min(all.length, limits.results); ; room = Math.floor(room / 2)) {
    const text = toJson(logOf(report, all, room, options, limits));
    if (room === 0 || text.length <= limits.compressedBytes || gzipSync(text).length <= limits.compressedBytes)
      return text;
  }
}

function logOf(report: Report, all: readonly Verdict[], room: number, options: SarifOptions, limits: SarifLimits): Log {
  const { decision, evidence } = report;
  const verdicts = mostSevere(all, room);
  const rules = sarifRules(report, verdicts, limits);
  const context = {
    rules,
    fingerprintsOf: fingerprinting(all),
    exceptions: new Map(decision.exceptions.map((exception) => [exception.id, exception])),
    placeless: options.placeless ?? noPlace,
    suppressing: verdicts.some(({ outcome }) => outcome === 'excepted'),
    limits,
  };
  const notifications = [
    ...leftOut('results', all.length - verdicts.length, 'the least severe'),
    ...leftOut('rules', rules.leftOut, 'those without a result'),
    ...(verdicts.length > limits.shownResults ? [note(shownNotice(verdicts.length, limits))] : []),
    ...decision.notices.map(note),
  ];
  return {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Tollgate',
            ...(options.toolVersion !== undefined && { semanticVersion: options.toolVersion }),
            rules: [...rules.descriptors],
          },
        },
        // GitHub keeps the results of one category apart from another's: two gates of one commit do not replace each other.
        automationDetails: { id: `tollgate/${evidence.gate.toLowerCase()}/` },
        invocations: [
          {
            executionSuccessful: decision.outcome !== 'failed',
            ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
          },
        ],
        originalUriBaseIds: { [sourceRoot]: { description: { text: 'The root of the repository.' } } },
        columnKind: 'unicodeCodePoints',
        results: verdicts.map((verdict) => resultOf(verdict, context)),
      },
    ],
  };
}

/** As many verdicts as there is room for, the most severe of them, in their own order. */
function mostSevere(verdicts: readonly Verdict[], room: number): readonly Verdict[] {
  if (verdicts.length <= room) return verdicts;
  const weights = { error: 0, warning: 1, note: 2 };
  const weight = (verdict: Verdict) => (verdict.outcome === 'excepted' ? 3 : weights[resultLevel(verdict)]);
  const kept = new Set([...verdicts].sort((a, b) => weight(a) - weight(b)).slice(0, room));
  return verdicts.filter((verdict) => kept.has(verdict));
}

function leftOut(what: string, count: number, which: string): Notification[] {
  if (count === 0) return [];
  const text = `${count.toLocaleString('en-US')} ${what} were left out to stay within the limits of GitHub code scanning, ${which}. The JSON report has all of them.`;
  return [{ level: 'warning', message: { text } }];
}

function shownNotice(count: number, { shownResults }: SarifLimits): string {
  return `GitHub code scanning shows ${shownResults.toLocaleString('en-US')} of the ${count.toLocaleString('en-US')} results. The JSON report has all of them.`;
}

function note(text: string): Notification {
  return { level: 'note', message: { text: sarifText(text) } };
}
