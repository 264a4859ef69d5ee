import { describe, expect, it } from 'vitest';
import { codeOwners, findCodeOwners } from './code-owners.ts';

describe('patterns of CODEOWNERS', () => {
  it.each<[pattern: string, owned: readonly string[], others: readonly string[]]>([
    ['*', ['main.tf', 'infra/live/main.tf', '.github/x'], []],
    ['*.tf', ['main.tf', 'infra/live/main.tf'], ['main.tfvars', 'main.tf.json']],
    ['/main.tf', ['main.tf'], ['infra/main.tf']],
    ['/infra/', ['infra/main.tf', 'infra/live/main.tf'], ['live/infra/main.tf', 'infra']],
    ['infra/', ['infra/main.tf', 'live/infra/main.tf', 'a/infra/b/c.tf'], ['infra', 'infras/main.tf']],
    ['infra', ['infra', 'infra/main.tf', 'live/infra/main.tf'], ['infras']],
    ['infra/*', ['infra/main.tf'], ['infra/live/main.tf', 'a/infra/main.tf']],
    ['/infra/*', ['infra/main.tf'], ['infra/live/main.tf']],
    ['infra/live', ['infra/live/main.tf', 'infra/live'], ['a/infra/live/main.tf']],
    ['infra/*.tf', ['infra/main.tf'], ['infra/live/main.tf']],
    ['**/modules', ['modules/a.tf', 'x/y/modules/z/a.tf'], ['modulesx/a.tf']],
    ['infra/**', ['infra/main.tf', 'infra/live/main.tf'], ['infra']],
    ['/infra/**/db.tf', ['infra/db.tf', 'infra/a/b/db.tf'], ['db.tf']],
    ['infra/*/main.tf', ['infra/live/main.tf'], ['infra/main.tf', 'infra/a/b/main.tf']],
    ['/db?.tf', ['db1.tf'], ['db12.tf', 'db/.tf']],
    ['my\\ infra/', ['my infra/main.tf'], ['infra/main.tf']],
    ['/!x', ['!x'], ['main.tf']],
    ['/', ['main.tf', 'infra/main.tf'], []],
    ['Infra/', ['Infra/main.tf'], ['infra/main.tf']],
  ])('%s', (pattern, owned, others) => {
    const ownersOf = codeOwners(`${pattern} @acme/platform`);
    for (const path of owned) expect(ownersOf(path), path).toEqual(['@acme/platform']);
    for (const path of others) expect(ownersOf(path), path).toEqual([]);
  });

  it.each([
    ['a negated pattern', '!infra/ @x'],
    ['a range', 'infra/[ab].tf @x'],
    ['an escaped number sign', '\\#infra @x'],
    ['what is no owner', 'infra/ platform'],
    ['an empty name', 'infra//live @x'],
  ])('%s is left out, as GitHub does, and the rest of the file counts', (_, line) => {
    expect(codeOwners(`* @everybody\n${line}\n`)('infra/main.tf')).toEqual(['@everybody']);
  });
});

describe('a CODEOWNERS file', () => {
  const text = [
    '# Who looks after what',
    '',
    '*          @acme/platform   # unless said otherwise',
    '/infra/db/ @acme/data jane@example.com\r',
    '\t/infra/db/legacy/',
    '/infra/db/legacy/keep.tf @old#hand',
    'a#b.tf     @jane',
  ].join('\n');
  const ownersOf = codeOwners(text);

  it.each([
    ['main.tf', ['@acme/platform']],
    ['infra/db/main.tf', ['@acme/data', 'jane@example.com']],
    ['infra/db/legacy/main.tf', []],
    ['infra/db/legacy/keep.tf', []],
    ['a#b.tf', ['@jane']],
  ])('%s: the last pattern that matches counts', (path, owners) => {
    expect(ownersOf(path)).toEqual(owners);
  });

  it('is looked for in three places, of which the first counts', () => {
    const files = new Map([
      ['docs/CODEOWNERS', '* @docs'],
      ['CODEOWNERS', '* @root'],
      ['.github/CODEOWNERS', '* @github'],
    ]);
    const find = () =>
      findCodeOwners((path) => {
        const found = files.get(path);
        return found === undefined ? undefined : new TextEncoder().encode(found);
      })?.('main.tf');
    expect(find()).toEqual(['@github']);
    files.delete('.github/CODEOWNERS');
    expect(find()).toEqual(['@root']);
    files.delete('CODEOWNERS');
    expect(find()).toEqual(['@docs']);
    files.delete('docs/CODEOWNERS');
    expect(find()).toBeUndefined();
  });

  it('does not load a file that is too large for GitHub', () => {
    expect(findCodeOwners(() => new Uint8Array(3 * 1024 * 1024 + 1))).toBeNull();
  });

  it('is read in no time, whatever its patterns', () => {
    const hostile = `${'*a'.repeat(200)}/${'**/'.repeat(200)}x @x\n`.repeat(50);
    expect(codeOwners(hostile)(`${'a'.repeat(2000)}/${'b/'.repeat(400)}y`)).toEqual([]);
  });
});
