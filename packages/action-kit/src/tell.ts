import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { error as annotateError, group, notice, setFailed, setOutput, summary, warning } from '@actions/core';
import {
  completeEvent,
  createClient,
  describeFailure,
  type EventContext,
  eventContext,
  type GitHubClient,
} from '@tollgate/github';
import { plainHeadline, type Report, toJson, toTerminal, visible } from '@tollgate/reporting';
import { annotationsOf } from './annotations.ts';
import { ActionError } from './error.ts';
import { githubReport } from './github-report.ts';
import { jobLog, print } from './job-log.ts';
import { type CommentMode, type Published, publish } from './publish.ts';

/** How a gate's result is told; every gate's action has these inputs. */
export interface TellOptions {
  /** Names the check run and the comment. */
  readonly name: string;
  readonly comment: CommentMode;
  readonly check: boolean;
  /** Empty when there is none: then nothing is published. */
  readonly token: string;
}

/** A quarter of the size above which the runner drops a step summary (1 MiB): a character can take four bytes. */
const summaryLimit = 1_048_576 / 4;

/** The runner shows ten annotations of a level for a step; the last is kept for the verdict. */
const logAnnotationLimit = 9;

/**
 * Tells a result once in each place: log, outputs, comment, check run, annotations, step summary, and whether the step fails.
 * Faults in publishing become notices and warnings; they do not change the result.
 */
export async function tell(
  report: Report,
  outputs: Readonly<Record<string, string>>,
  options: TellOptions,
): Promise<void> {
  const { decision } = report;
  const event = eventContext(process.env, readPayload());
  const { arranged, markdown } = githubReport(report, event);
  print(toTerminal(arranged, { color: true }));

  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  setOutput('outcome', decision.outcome);
  setOutput('report', writeReport(report, options.name));

  const published = await group('Publish to GitHub', () => publishIfPossible(event, report, options));
  for (const note of published.notes) notice(visible(note));
  for (const problem of published.warnings) warning(visible(problem));
  if (!published.annotated) annotateInLog(report);

  await writeSummary(markdown(summaryLimit));
  if (decision.outcome === 'blocked' || decision.outcome === 'failed') setFailed(plainHeadline(arranged));
}

async function publishIfPossible(given: EventContext, report: Report, options: TellOptions): Promise<Published> {
  const { name, comment, check, token } = options;
  if (comment === 'never' && !check) {
    jobLog.info('Nothing to publish: the inputs "comment" and "check" switch it off.');
    return nothingPublished();
  }
  if (token === '') {
    return nothingPublished(
      'There is no token, so comment and check run were left out. Leave the input "github-token" away to use the token of the job.',
    );
  }
  try {
    const client = await connect(token, given.apiUrl);
    const event = await completeEvent(client, given);
    const runId = `${process.env.GITHUB_RUN_ID ?? ''}/${process.env.GITHUB_RUN_ATTEMPT ?? ''}`;
    return await publish(client, event, report, { name, comment, check, runId }, jobLog);
  } catch (error) {
    return nothingPublished(`Nothing could be published: ${describeFailure(error)}. The verdict is not affected.`);
  }
}

async function writeSummary(markdown: string): Promise<void> {
  try {
    await summary.addRaw(markdown).write();
  } catch (error) {
    warning(visible(`The step summary could not be written: ${describeFailure(error)}. The verdict is not affected.`));
  }
}

function nothingPublished(...warnings: string[]): Published {
  return { notes: [], warnings, annotated: false };
}

async function connect(token: string, apiUrl: string): Promise<GitHubClient> {
  // Brings the runner's proxy settings; loaded late, because a run that publishes nothing need not wait for it.
  const { defaults } = await import('@actions/github/lib/utils');
  const delayMs = milliseconds('TOLLGATE_RETRY_DELAY_MS');
  const timeoutMs = milliseconds('TOLLGATE_REQUEST_TIMEOUT_MS');
  return createClient({
    token,
    apiUrl,
    log: jobLog,
    ...(defaults.request?.fetch && { fetch: defaults.request.fetch }),
    ...(delayMs !== undefined && { retry: { delayMs } }),
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
}

/** Without a check run, the log carries the annotations. */
function annotateInLog({ decision }: Report): void {
  const shown = { notice: 0, warning: 0, failure: 0 };
  for (const { path, startLine, endLine, level, title, message } of annotationsOf(decision)) {
    if (shown[level]++ >= logAnnotationLimit) continue;
    const annotate = level === 'failure' ? annotateError : warning;
    annotate(visible(message), { title: visible(title), file: path, startLine, endLine });
  }
}

/** Writes the decision as JSON where later steps of the job find it, and gives the path. */
function writeReport({ decision }: Report, name: string): string {
  const folder = join(process.env.RUNNER_TEMP ?? '.', 'tollgate');
  const file = join(folder, `${name.replaceAll(/[^A-Za-z0-9]+/g, '-').toLowerCase()}.json`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, toJson(decision));
  } catch (error) {
    throw new ActionError(
      `The report ${file} could not be written: ${describeFailure(error)}. RUNNER_TEMP has to be a folder with room.`,
    );
  }
  return file;
}

function readPayload(): unknown {
  const file = process.env.GITHUB_EVENT_PATH;
  if (file === undefined || file === '') return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ActionError(
      `The event's payload ${file} could not be read: ${describeFailure(error)}. Run this in a GitHub Actions workflow.`,
    );
  }
}

function milliseconds(variable: string): number | undefined {
  const value = process.env[variable];
  if (value === undefined || value === '') return undefined;
  if (!/^\d+$/.test(value))
    throw new ActionError(`${variable} is "${value}", but must be a whole number of milliseconds.`);
  return Number(value);
}
