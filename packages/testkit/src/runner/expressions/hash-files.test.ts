import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../test/temporary-folder.ts';
import { hashFiles } from './hash-files.ts';

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
/** The SHA-256 of the digests of the files, as actions/runner src/Misc/expressionFunc/hashFiles/src/hashFiles.ts makes it. */
const hashOf = (...contents: string[]): string =>
  contents.length === 0 ? '' : sha256(Buffer.concat(contents.map(sha256))).toString('hex');

const files = {
  'main.tf': 'm',
  'a/one.tf': '1',
  'a/b/two.tf': '2',
  'a/.hidden/three.tf': '3',
  'a/notes.md': 'n',
  'z[1].tf': 'z',
};

describe('hashFiles', () => {
  it.each([
    { patterns: ['main.tf'], contents: ['m'] },
    { patterns: ['*.tf'], contents: ['m', 'z'] },
    { patterns: ['**/*.tf'], contents: ['3', '2', '1', 'm', 'z'] },
    { patterns: ['a/*/*.tf'], contents: ['3', '2'] },
    { patterns: ['a/b'], contents: ['2'] },
    { patterns: ['**/*.tf', '!a/**'], contents: ['m', 'z'] },
    { patterns: ['a/**\n# a comment\n!**/*.md'], contents: ['3', '2', '1'] },
    { patterns: ['!a/**', '**/*.tf'], contents: ['3', '2', '1', 'm', 'z'] },
    { patterns: ['?ain.tf', '[x-z]*'], contents: ['m', 'z'] },
    { patterns: ['nothing/**'], contents: [] },
    { patterns: ['../**/*.tf.none'], contents: [] },
  ])('$patterns', async ({ patterns, contents }) => {
    expect(hashFiles(await temporaryFolder(files), patterns)).toBe(hashOf(...contents));
  });
});
