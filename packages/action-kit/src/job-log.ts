import { debug, info, warning } from '@actions/core';
import type { Log } from '@tollgate/github';
import { visible } from '@tollgate/reporting';
import { withoutCommands } from './without-commands.ts';

/** The job log as a log of the GitHub client: text from outside stays on its line and is no workflow command. */
export const jobLog: Log = {
  debug: (message) => debug(visible(message)),
  info: (message) => info(withoutCommands(visible(message))),
  warn: (message) => warning(visible(message)),
};

/** Prints text of several lines; none of them is taken for a workflow command. */
export function print(text: string): void {
  info(withoutCommands(text.trimEnd()));
}
