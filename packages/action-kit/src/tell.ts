import { error as annotateError, group, notice, setFailed, setOutput, warning } from '@actions/core';
import { completeEvent, describeFailure, type EventContext } from '@tollgate/github';
import { plainHeadline, toTerminal, visible } from '@tollgate/reporting';
import { type Annotated, annotationsOf } from './annotations.ts';
import type { CommentMode } from './comment-mode.ts';
import { connect } from './connect.ts';
import { type FailOn, fails } from './fail-on.ts';
import { githubReport } from './github-report.ts';
import { jobLog, print } from './job-log.ts';
import { type Published, publish } from './publish.ts';
import { writeResultFiles } from './result-files.ts';
import type { ResultFormat } from './result-format.ts';
import type { GateResult } from './run.ts';
import { summaryLimit, writeSummary } from './step-summary.ts';

/** How a gate's result is told; every gate's action has these inputs. */
export interface TellOptions {
  /** Names the check run and the comment. */
  readonly name: string;
  readonly comment: CommentMode;
  readonly check: boolean;
  readonly failOn: FailOn;
  /** File to write the result to as JSON, from the workspace; empty for one of the gate's own. */
  readonly json: string;
  /** The formats that the gate offers as files. */
  readonly formats: readonly ResultFormat[];
  /** Empty when there is none: then nothing is published. */
  readonly token: string;
}

/** The runner shows ten annotations of a level for a step; the last is kept for the verdict. */
const logAnnotationLimit = 9;

const logAnnotations = { notice, warning, failure: annotateError } as const;

/**
 * Tells a result once in each place: log, outputs, files, comment, check run, annotations, suggestions, step summary, and whether
 * the step fails. Faults in publishing become notices and warnings; they do not change the result.
 */
export async function tell(result: GateResult<string>, event: EventContext, options: TellOptions): Promise<void> {
  const { report, outputs, suggestions, notices = [] } = result;
  const { decision } = report;
  const github = githubReport(report, event);
  const { arranged, markdown } = github;
  print(toTerminal(arranged, { color: true }));
  for (const text of notices) notice(visible(text));

  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
  setOutput('outcome', decision.outcome);
  if (suggestions !== undefined) setOutput('suggestions', String(suggestions.length));
  for (const [name, file] of Object.entries(await writeResultFiles(result, options, github))) setOutput(name, file);

  const published = await group('Publish to GitHub', () => publishIfPossible(event, result, options));
  for (const note of published.notes) notice(visible(note));
  for (const problem of published.warnings) warning(visible(problem));
  if (!published.annotated) annotateInLog(result);

  await writeSummary(markdown(summaryLimit));
  if (fails(decision.outcome, options.failOn)) setFailed(plainHeadline(arranged));
}

async function publishIfPossible(
  given: EventContext,
  result: GateResult<string>,
  options: TellOptions,
): Promise<Published> {
  const { suggestions = [] } = result;
  const { name, comment, check, failOn, token } = options;
  if (comment === 'never' && !check && suggestions.length === 0) {
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
    return await publish(client, event, result, { name, comment, check, failOn, runId }, jobLog);
  } catch (error) {
    return nothingPublished(`Nothing could be published: ${describeFailure(error)}. The verdict is not affected.`);
  }
}

function nothingPublished(...warnings: string[]): Published {
  return { notes: [], warnings, annotated: false };
}

/** Without a check run, the log carries the annotations. */
function annotateInLog(result: Annotated): void {
  const shown = { notice: 0, warning: 0, failure: 0 };
  for (const { path, startLine, endLine, level, title, message } of annotationsOf(result)) {
    if (shown[level]++ >= logAnnotationLimit) continue;
    logAnnotations[level](message, { title, file: path, startLine, endLine });
  }
}
