import type { PolicySet } from '@tollgate/policy-engine';
import { documentsBefore } from '@tollgate/resources';
import type { Terminal } from '../terminal.ts';
import type { PolicyOptions } from './policy-options.ts';

/** The documents that policies and exceptions were before the change. */
export interface BaseDocuments {
  /** The commit before the change. */
  readonly ref: string;
  readonly documents: PolicySet['documents'];
}

/** Reads the same policies as they are in the commit before the change. */
export async function baseDocuments(
  ref: string,
  { policy = [] }: PolicyOptions,
  terminal: Terminal,
): Promise<BaseDocuments> {
  return { ref, documents: await documentsBefore(ref, policy, terminal) };
}
