import { nameSuggestion } from '@tollgate/hcl';
import { familyFinder } from '../families/family-finder.ts';
import { type RateFamily, readFamilies } from '../families/rate-family.ts';
import type { PricingFiles } from '../pricing-files.ts';
import { fitsOne } from './pattern.ts';

/** The rates that settings can name. */
export interface KnownRates {
  /** What is wrong with a name or pattern, as the end of a sentence; null when it names a rate. */
  problem(pattern: string): string | null;
  /** The declaration of one rate. */
  family(name: string): RateFamily | null;
}

/**
 * Checks that names and patterns of rates name at least one. Only the services that a pattern can be about are read.
 */
export function knownRates(files: PricingFiles): KnownRates {
  const byService = new Map<string, readonly string[]>();
  const servicesOf = (provider: string) =>
    (files.list?.(`families/${provider}`) ?? []).map((name) => name.replace(/\.yaml$/, ''));
  const ratesOf = (provider: string, service: string): readonly string[] => {
    // A name of the user's must not lead to another file.
    if (!/^[a-z]+$/.test(provider) || !/^[a-z0-9-]+$/.test(service)) return [];
    const path = `families/${provider}/${service}.yaml`;
    const known = byService.get(path);
    if (known !== undefined) return known;
    const text = files.read(path);
    const names = text === null ? [] : readFamilies(path, text).map(({ name }) => name);
    byService.set(path, names);
    return names;
  };

  const problem = (pattern: string): string | null => {
    const [provider = '', service = '', ...rest] = pattern.split('.');
    const providers = files.list?.('families') ?? [];
    if (provider.includes('*') || !(providers.length === 0 || providers.includes(provider))) {
      return `is "${pattern}", which does not begin with a provider: ${providers.join(', ') || 'aws'}`;
    }
    const isOpen = service.includes('*');
    const services = isOpen ? servicesOf(provider) : [service];
    // The first that fits will do: "aws.*" must not read all services.
    if (services.some((each) => ratesOf(provider, each).some((name) => fitsOne(name, [pattern])))) return null;
    const names = services.flatMap((each) => ratesOf(provider, each));
    const near =
      names.length > 0
        ? nameSuggestion(pattern, names)
        : [nameSuggestion(service, servicesOf(provider))]
            .filter((found) => found !== undefined)
            .map((found) => [provider, found, ...rest].join('.'))[0];
    const hint =
      near === undefined
        ? 'see "tollgate cost --explain" for the rates that a resource is billed by'
        : `it may be meant as "${near}"`;
    return `is "${pattern}", and there is no such rate; ${hint}`;
  };
  return { problem, family: familyFinder(files) };
}
