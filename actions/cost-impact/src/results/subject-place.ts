import type { SubjectPlace, SubjectReference } from '@tollgate/policy-engine';

/** The root modules of a job among those of all jobs, by their names. */
export interface JobPlace {
  readonly rootModules: readonly string[];
  /** Whether there are other jobs. */
  readonly isOneOfSeveral: boolean;
}

/** So many root modules name a job. */
const mostNames = 2;

/**
 * What a subject of the gate `cost` in one job is among those of all jobs. A job with one root module does not say its name before
 * addresses, as one with several does. The total of a job, and an environment in it, are parts of those of all jobs.
 */
export function subjectPlace(subject: SubjectReference, { rootModules, isOneOfSeveral }: JobPlace): SubjectPlace {
  const { kind, id } = subject;
  if (!isOneOfSeveral) return { reference: subject, partOf: null };
  switch (kind) {
    case 'change':
    case 'environment':
      return { reference: { kind, id: `${id} of ${jobName(rootModules)}` }, partOf: subject };
    case 'resource': {
      const [only, ...others] = rootModules;
      const isPlain = only !== undefined && others.length === 0;
      return { reference: isPlain ? { kind, id: `${only}:${id}` } : subject, partOf: null };
    }
    default:
      return { reference: subject, partOf: null };
  }
}

function jobName(rootModules: readonly string[]): string {
  const more = rootModules.length - mostNames;
  const names = rootModules.slice(0, mostNames).join(', ');
  return more > 0 ? `${names} and ${more} more` : names;
}
