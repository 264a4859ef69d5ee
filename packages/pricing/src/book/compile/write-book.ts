import { everyRegion } from '../shard.ts';
import { type ShardPart, writeShard } from './write-shard.ts';

/** A service whose prices are longer than this is written as one shard a region. */
const maxSharedBytes = 48 * 1024;

/** Writes the shards of a book, by path: `book/aws/ebs.tsv`, `book/aws/ec2/eu-west-1.tsv`. */
export function writeBook(parts: readonly ShardPart[]): ReadonlyMap<string, string> {
  const shards = new Map<string, string>();
  for (const [folder, group] of Map.groupBy(parts, ({ family }) => family.name.split('.').slice(0, 2).join('/'))) {
    const [provider = '', service = ''] = folder.split('/');
    const shared = writeShard(provider, service, everyRegion, group);
    if (Buffer.byteLength(shared) <= maxSharedBytes) {
      shards.set(`book/${folder}.tsv`, shared);
      continue;
    }
    const regions = new Set(group.flatMap(({ prices }) => prices.map(({ region }) => region)));
    for (const region of [...regions].sort()) {
      const inRegion = group
        .map(({ family, prices }) => ({ family, prices: prices.filter((price) => price.region === region) }))
        .filter(({ prices }) => prices.length > 0);
      shards.set(`book/${folder}/${region}.tsv`, writeShard(provider, service, region, inRegion));
    }
  }
  return shards;
}
