import { describeFailure, type EventContext, eventContext } from '@tollgate/github';
import { ActionError } from './error.ts';

/**
 * Reads the event of the run from the runner's environment, with its payload as the toolkit reads it.
 * @throws ActionError for a payload that cannot be read, GitHubError where the environment is not a runner's.
 */
export async function readEvent(environment: Readonly<Record<string, string | undefined>>): Promise<EventContext> {
  return eventContext(environment, await readPayload(environment.GITHUB_EVENT_PATH));
}

async function readPayload(file: string | undefined): Promise<unknown> {
  if (file === undefined || file === '') return {};
  try {
    const { context } = await import('./toolkit-context.ts');
    return context.payload;
  } catch (error) {
    throw new ActionError(
      `The event's payload ${file} could not be read: ${describeFailure(error)}. Run this in a GitHub Actions workflow.`,
    );
  }
}
