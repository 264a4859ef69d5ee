import { Command } from 'commander';
import type { Terminal } from '../../terminal.ts';
import { infoCommand } from './info.ts';
import { lookupCommand } from './lookup.ts';
import { updateCommand } from './update.ts';

/** `tollgate prices …`: the price book that comes with the command. */
export function pricesCommand(terminal: Terminal): Command {
  return new Command('prices')
    .addCommand(infoCommand(terminal))
    .addCommand(lookupCommand(terminal))
    .addCommand(updateCommand(terminal));
}
