import { type Decision, decide } from '../decide.ts';
import type { ExceptionTerms } from '../documents/policy.ts';
import { applyExceptions } from '../exceptions/apply-exceptions.ts';
import type { Exception } from '../exceptions/exception.ts';
import type { RunPlace } from '../exceptions/scope.ts';
import { applyOverrides } from '../overrides/apply-overrides.ts';
import type { Override } from '../overrides/override.ts';
import type { SubjectReference } from '../subject.ts';
import type { WorkDone } from './gate-work.ts';

/** What a run knows beside policies and subjects. */
export interface Run extends Pick<RunPlace, 'pathOf'> {
  /** The day of the run, in UTC: `2026-10-01`. */
  readonly now: string;
  /** `owner/name`; null when it is not known. */
  readonly repository: string | null;
  readonly environment: string | null;
  /** The commit that is judged; null when it is not known. */
  readonly commit: string | null;
  readonly exceptions: readonly Exception[];
  readonly overrides: readonly Override[];
  /** Whether the change that is judged adds an exception; null when the run is about no change. */
  readonly addedInChange: (exception: Exception) => boolean | null;
}

/** What policies say beside their rules. */
export interface RunTerms {
  /** What exceptions from the rules of a policy have to keep to, by its name. */
  readonly terms: ReadonlyMap<string, ExceptionTerms>;
  /** Sentences for the reader. */
  readonly notices: readonly string[];
}

/** Weighs what gates found: exceptions and overrides of the run are applied, and the whole becomes a decision. */
export function decideRun(done: readonly WorkDone[], { terms, notices }: RunTerms, run: Run): Decision {
  const names = new Map(
    done.flatMap(({ subjects }) => subjects.map(({ reference, names }) => [keyOf(reference), names])),
  );
  const namesOf = (reference: SubjectReference) => names.get(keyOf(reference)) ?? [];
  const kinds = new Set(done.flatMap(({ subjects }) => subjects.map(({ reference }) => reference.kind)));
  const isSubject = (id: string) => [...kinds].some((kind) => names.has(keyOf({ kind, id })));
  const excepted = applyExceptions(
    done.flatMap(({ judged }) => judged),
    run.exceptions,
    { ...run, terms, namesOf, isSubject },
  );
  const { judged, overrides } = applyOverrides(excepted.judged, run.overrides, { ...run, namesOf });
  return decide(judged, { exceptions: excepted.exceptions, overrides, notices });
}

function keyOf({ kind, id }: SubjectReference): string {
  return `${kind} ${id}`;
}
