import { costSetup } from './cost-setup.ts';
import type { GateSetup } from './gate-setup.ts';
import { tagsSetup } from './tags-setup.ts';

/** The gates that can be set up, in the order of the jobs. */
export const gateSetups: readonly GateSetup[] = [tagsSetup, costSetup];
