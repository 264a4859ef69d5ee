import type { Validator } from '@tollgate/policy-engine';
import type { CostChange } from '../changes/cost-change.ts';
import { PricingError } from '../error.ts';
import type { CostReport } from '../estimate/cost-report.ts';
import { refuseDepth } from './refuse-depth.ts';
import { schemaMistake } from './schema-mistake.ts';
import { isCostChange, isCostReport } from './validators.gen.ts';

/** The estimates of more than 50,000 resources. A file that is larger was not written to be read. */
const mostCharacters = 128 * 1024 * 1024;

/**
 * Reads a saved CostReport. Nothing in it is trusted but what its schema allows.
 *
 * @param file as the user calls it
 * @throws PricingError when it is none.
 */
export function readCostReport(file: string, text: string): CostReport {
  return readDocument(file, text, isCostReport, { kind: 'CostReport', command: 'tollgate cost --format json' });
}

/**
 * Reads a saved CostChange. Nothing in it is trusted but what its schema allows.
 *
 * @param file as the user calls it
 * @throws PricingError when it is none.
 */
export function readCostChange(file: string, text: string): CostChange {
  return readDocument(file, text, isCostChange, {
    kind: 'CostChange',
    command: 'tollgate cost --compare-to REF --format json',
  });
}

/** How a document comes about. */
interface DocumentOrigin {
  readonly kind: string;
  readonly command: string;
}

function readDocument<D>(file: string, text: string, isDocument: Validator<D>, origin: DocumentOrigin): D {
  const wayOut = `Give a ${origin.kind} that \`${origin.command}\` wrote.`;
  if (text.length > mostCharacters) {
    const limit = mostCharacters.toLocaleString('en-US');
    throw new PricingError(file, `The file has more than ${limit} characters. Estimate fewer root modules at once.`);
  }
  const document = parsed(file, text, wayOut);
  refuseDepth(file, document, wayOut);
  if (isDocument(document)) return document;
  const [error] = isDocument.errors ?? [];
  throw new PricingError(
    file,
    `${error === undefined ? 'It is not as it must be.' : schemaMistake(error, document)} ${wayOut}`,
  );
}

function parsed(file: string, text: string, wayOut: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new PricingError(file, `The file is no JSON. ${wayOut}`);
  }
}
