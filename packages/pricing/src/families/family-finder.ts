import type { PricingFiles } from '../pricing-files.ts';
import { type RateFamily, readFamilies } from './rate-family.ts';

/**
 * Finds the declaration of a rate: that of `aws.ebs.volume-gp3` is in `families/aws/ebs.yaml`. A file is read when one of its rates
 * is first asked for; null for a rate that is not declared.
 * @throws PricingError for a file that is declared wrong.
 */
export function familyFinder(files: PricingFiles): (rate: string) => RateFamily | null {
  const known = new Map<string, ReadonlyMap<string, RateFamily>>();
  return (rate) => {
    // A rate can be a name of the user's, and must not lead to another file.
    const [, provider, service] = /^([a-z]+)\.([a-z0-9-]+)\./.exec(rate) ?? [];
    if (provider === undefined || service === undefined) return null;
    const path = `families/${provider}/${service}.yaml`;
    const families = known.get(path) ?? familiesIn(path, files.read(path));
    known.set(path, families);
    return families.get(rate) ?? null;
  };
}

function familiesIn(path: string, text: string | null): ReadonlyMap<string, RateFamily> {
  return new Map((text === null ? [] : readFamilies(path, text)).map((family) => [family.name, family]));
}
