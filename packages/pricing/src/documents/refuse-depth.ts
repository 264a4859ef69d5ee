import { PricingError } from '../error.ts';

/** Documents of this project have objects in objects up to six deep. */
const mostDepth = 32;

/**
 * Refuses a document that is nested deeper than any that was written to be read: what walks through it later could fail on it.
 * @throws PricingError when it is.
 */
export function refuseDepth(file: string, document: unknown, wayOut: string): void {
  let level = [document];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostDepth) {
      throw new PricingError(
        file,
        `The file has lists and objects in each other more than ${mostDepth} deep. ${wayOut}`,
      );
    }
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
}
