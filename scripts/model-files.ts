// Which cost models stand in which file, and which rates they name.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { awsModels, type RateCoverage } from '@tollgate/pricing';

/** The cost models of one file, which is about one service or a part of it. */
export interface ModelFile {
  readonly name: string;
  readonly types: readonly string[];
  /** The rates that the file names, or those that it is made of. */
  readonly rates: readonly RateCoverage[];
}

/** The files of cost models with what they export, in order. */
export async function modelFiles(folder: string, rates: readonly RateCoverage[]): Promise<readonly ModelFile[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !/\.test\.ts$|^index\.ts$/.test(file));
  const found: ModelFile[] = [];
  for (const file of files.sort()) {
    const module: Readonly<Record<string, unknown>> = await import(pathToFileURL(join(folder, file)).href);
    const own = awsModels.filter((model) =>
      Object.values(module).some((list) => Array.isArray(list) && list.includes(model)),
    );
    if (own.length === 0) continue;
    const types = [...new Set(own.flatMap((model) => model.types))].sort();
    found.push({ name: basename(file, '.ts'), types, rates: ratesIn(folder, file, rates) });
  }
  return found;
}

/** The rates that are named in a file and in those beside it that it imports; of `aws.rds.${engine}` all that begin so. */
function ratesIn(folder: string, file: string, rates: readonly RateCoverage[]): readonly RateCoverage[] {
  const names = new Set<string>();
  const beginnings = new Set<string>();
  const seen = new Set<string>();
  const read = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    const text = readFileSync(join(folder, name), 'utf8');
    for (const [, rate = '', open] of text.matchAll(/['`](aws\.[a-z0-9-]+\.[a-z0-9.-]*)(\$\{)?/g)) {
      (open === undefined ? names : beginnings).add(rate);
    }
    for (const [, beside = ''] of text.matchAll(/from '\.\/([a-z0-9-]+\.ts)'/g)) read(beside);
  };
  read(file);
  return rates.filter(({ rate }) => names.has(rate) || [...beginnings].some((beginning) => rate.startsWith(beginning)));
}
