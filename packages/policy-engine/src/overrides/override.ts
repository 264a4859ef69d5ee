import type { OverrideDocument } from '../documents/exception.ts';
import type { Located } from '../documents/places.ts';
import type { ExceptionScope } from '../exceptions/exception.ts';
import { scopeOfDocument, sourceAt } from '../exceptions/exception-of-document.ts';
import type { SourcePlace } from '../subject.ts';

/**
 * The approval of one person that what soft-mandatory rules find may go on, for one commit. Whoever hands it to the engine
 * vouches for the approver and the teams.
 */
export interface Override {
  readonly id: string;
  /** `policy/rule` or `policy/*`. */
  readonly rule: string;
  readonly scope: ExceptionScope;
  readonly reason: string;
  /** `user:name`. */
  readonly approver: string;
  /** The teams that the approver speaks for: `team:finops`. */
  readonly teams: readonly string[];
  /** When it was given, as a time of RFC 3339. */
  readonly at: string;
  /** The commit that it approves, in full. */
  readonly commit: string;
  /** Where it is written. */
  readonly source: SourcePlace;
}

/** overrideOfDocument makes an override of a document that follows its schema. */
export function overrideOfDocument({ document, places }: Located<OverrideDocument>): Override {
  const { metadata, spec } = document;
  return {
    id: metadata.name,
    rule: spec.rule,
    scope: scopeOfDocument(spec.scope),
    reason: spec.reason,
    approver: spec.approver,
    teams: spec.teams ?? [],
    at: spec.at,
    commit: spec.commit,
    source: sourceAt(places, ['metadata', 'name']),
  };
}
