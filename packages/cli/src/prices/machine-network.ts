import { setTimeout as wait } from 'node:timers/promises';
import type { Network } from '@tollgate/pricing';
import { visible } from '@tollgate/reporting';
import type { Terminal } from '../terminal.ts';

/** The network of the machine, for price lists; waits and repetitions are told on standard error. */
export function machineNetwork({ writeError }: Pick<Terminal, 'writeError'>): Network {
  return {
    fetch: globalThis.fetch,
    sleep: (milliseconds) => wait(milliseconds),
    tell: (notice) => writeError(`${visible(notice)}\n`),
  };
}
