import { readFactTable } from '../facts/table.ts';
import type { PricingFiles } from '../pricing-files.ts';

/** What resources of a type cost by themselves. `passes-on`: nothing, but they make others cost something. */
export type TypeClass = 'priced' | 'free' | 'passes-on';

/** Says what is known of a resource type; undefined for one that no table has. Tables are read by provider, when asked for. */
export type TypeClasses = (type: string) => TypeClass | undefined;

const providers: Readonly<Record<string, string>> = { azurerm: 'azure', azurestack: 'azure', 'google-beta': 'google' };
const others = 'other';

/** Reads the tables `types/`; sources and dates are there. */
export function typeClasses(files: PricingFiles): TypeClasses {
  const tables = new Map<string, ReadonlyMap<string, TypeClass>>();
  const tableOf = (provider: string): ReadonlyMap<string, TypeClass> => {
    const known = tables.get(provider);
    if (known !== undefined) return known;
    const path = `types/${provider}.tsv`;
    const rows = readFactTable(path, files.read(path) ?? '').rows;
    const table = new Map(rows.map(({ type = '', class: name }) => [type, classOf(name)]));
    tables.set(provider, table);
    return table;
  };
  return (type) => {
    const prefix = type.split('_')[0] ?? '';
    const provider = providers[prefix] ?? prefix;
    return /^[a-z]+$/.test(provider) ? (tableOf(provider).get(type) ?? tableOf(others).get(type)) : undefined;
  };
}

function classOf(name: string | undefined): TypeClass {
  return name === 'free' || name === 'passes-on' ? name : 'priced';
}
