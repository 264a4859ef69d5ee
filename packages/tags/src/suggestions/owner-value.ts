import { wordsOf } from '../rules/key-case.ts';

const ownerWords = new Set(['owner', 'owners', 'team', 'squad', 'maintainer', 'maintainers', 'responsible', 'contact']);
const mailWords = new Set(['email', 'mail']);

/** Whether a key names who looks after a resource: `Owner`, `cost-owner`, `acme:TeamName`. */
export function namesOwner(key: string): boolean {
  return keyWords(key).some((word) => ownerWords.has(word));
}

/**
 * The ways in which a tag may name an owner of a CODEOWNERS file, the most usual first: `platform`, `acme/platform` and
 * `@acme/platform`. None for a key that wants an address where the owner is none.
 */
export function ownerCandidates(key: string, owner: string): readonly string[] {
  if (!owner.startsWith('@')) return [owner];
  if (keyWords(key).some((word) => mailWords.has(word))) return [];
  const name = owner.slice(1);
  return [...new Set([name.slice(name.indexOf('/') + 1), name, owner])];
}

function keyWords(key: string): readonly string[] {
  return key.split(/[:/.]/).flatMap((part) => wordsOf(part).map((word) => word.toLowerCase()));
}
