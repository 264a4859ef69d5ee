import { createHash } from 'node:crypto';
import type { Verdict } from '@tollgate/policy-engine';

/** What tells a finding from others, whatever line it moves to. */
export type Fingerprints = Readonly<Record<string, string>>;

/**
 * Gives the fingerprints of verdicts: policy, rule and subject, which stay when lines move.
 *
 * GitHub tells alerts apart by `primaryLocationLineHash`, which its upload action makes from the text of the line; it warns
 * about every one that it would make otherwise. So only findings that this cannot tell apart carry their own: instances of one
 * block (`count`, `for_each`), and subjects without a place in a file.
 */
export function fingerprinting(verdicts: readonly Verdict[]): (verdict: Verdict) => Fingerprints {
  const counts = new Map<string, number>();
  for (const verdict of verdicts) counts.set(placeKey(verdict), (counts.get(placeKey(verdict)) ?? 0) + 1);
  return (verdict) => {
    const hash = createHash('sha256')
      .update(JSON.stringify([verdict.policy, verdict.rule, verdict.subject.kind, verdict.subject.id]))
      .digest('hex')
      .slice(0, 32);
    const alone = verdict.source !== undefined && counts.get(placeKey(verdict)) === 1;
    return { 'tollgateVerdict/v1': hash, ...(!alone && { primaryLocationLineHash: `${hash.slice(0, 16)}:1` }) };
  };
}

function placeKey({ policy, rule, source }: Verdict): string {
  return JSON.stringify([policy, rule, source?.file, source?.startLine]);
}
