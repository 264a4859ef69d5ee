import type { GitHubClient } from './client.ts';
import type { RepositoryName } from './event.ts';
import { type Publication, unlessReadOnly } from './publication.ts';
import { writeOnce } from './write-once.ts';

/** Limits of a check run, see https://docs.github.com/en/rest/checks/runs#create-a-check-run */
export const checkRunLimits = {
  summary: 65_535,
  text: 65_535,
  annotationsPerRequest: 50,
  annotationTitle: 255,
  annotationMessage: 65_535,
} as const;

/** Annotations beyond this are left out: each 50 cost a request of GitHub's limit for content. */
export const annotationLimit = 500;

/** A remark on lines of a file. */
export interface CheckAnnotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: 'notice' | 'warning' | 'failure';
  readonly title: string;
  readonly message: string;
}

/** A finished check run. */
export interface CheckRun {
  readonly repository: RepositoryName;
  readonly sha: string;
  readonly name: string;
  readonly conclusion: 'success' | 'neutral' | 'failure';
  readonly title: string;
  /** Markdown of at most 65,535 characters. */
  readonly summary: string;
  readonly annotations: readonly CheckAnnotation[];
  readonly detailsUrl: string;
  /** Tells this run of the check from others of the same name on the same commit, such as the workflow's run and attempt. */
  readonly externalId: string;
}

/**
 * Creates a finished check run with its annotations, in as many requests as GitHub needs for them. The conclusion comes with
 * the first request, so that a failure later never leaves a check that waits.
 */
export function publishCheckRun(client: GitHubClient, run: CheckRun): Promise<Publication> {
  return unlessReadOnly(async () => {
    const batches = inBatches(run.annotations.slice(0, annotationLimit), checkRunLimits.annotationsPerRequest);
    const [first = [], ...rest] = batches;
    const created = await create(client, run, first);
    let sent = first.length;
    for (const batch of rest) {
      await append(client, run, created.id, batch, sent);
      sent += batch.length;
    }
    return { kind: 'published', url: created.url };
  });
}

interface CreatedRun {
  readonly id: number;
  readonly url: string;
}

function create(client: GitHubClient, run: CheckRun, annotations: readonly CheckAnnotation[]): Promise<CreatedRun> {
  return writeOnce<CreatedRun>(client, {
    write: async () => {
      const { data } = await client.rest.checks.create({
        ...address(run),
        name: run.name,
        head_sha: run.sha,
        status: 'completed',
        conclusion: run.conclusion,
        details_url: run.detailsUrl,
        external_id: run.externalId,
        output: outputOf(run, annotations),
      });
      return { id: data.id, url: data.html_url ?? run.detailsUrl };
    },
    lookUp: async () => {
      const found = await client.paginate(client.rest.checks.listForRef, {
        ...address(run),
        ref: run.sha,
        check_name: run.name,
        filter: 'all',
        per_page: 100,
      });
      const own = found.find((candidate) => candidate.external_id === run.externalId);
      return own && { id: own.id, url: own.html_url ?? run.detailsUrl };
    },
  });
}

/** Adds annotations to a check run that has `before` of them. GitHub appends, so a repetition must not add them twice. */
async function append(
  client: GitHubClient,
  run: CheckRun,
  id: number,
  annotations: readonly CheckAnnotation[],
  before: number,
): Promise<void> {
  await writeOnce<true>(client, {
    write: async () => {
      await client.rest.checks.update({ ...address(run), check_run_id: id, output: outputOf(run, annotations) });
      return true;
    },
    lookUp: async () => {
      const { data } = await client.rest.checks.get({ ...address(run), check_run_id: id });
      return data.output.annotations_count > before ? true : undefined;
    },
  });
}

function outputOf(run: CheckRun, annotations: readonly CheckAnnotation[]) {
  return {
    title: run.title,
    summary: run.summary,
    annotations: annotations.map(({ path, startLine, endLine, level, title, message }) => ({
      path,
      start_line: startLine,
      end_line: endLine,
      annotation_level: level,
      title: title.slice(0, checkRunLimits.annotationTitle),
      message: message.slice(0, checkRunLimits.annotationMessage),
    })),
  };
}

function address({ repository }: CheckRun): { owner: string; repo: string } {
  return { owner: repository.owner, repo: repository.name };
}

function inBatches<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
