import { type GitTree, memoryTree } from '@tollgate/terraform';
import { describe, expect, it } from 'vitest';
import { givesSame, recordReads } from './recorded-reads.ts';

function tree(files: Readonly<Record<string, string>>): GitTree {
  return { ...memoryTree(files), commit: '', below: '', hashOf: (path) => files[path] };
}

const files = { 'a/main.tf': 'one', 'a/more.tf': 'two', 'b/main.tf': 'three' };

/** What reads one file that is there, one that is not, and one folder. */
function recorded() {
  const { tree: recording, reads } = recordReads(tree(files));
  recording.readFile('a/main.tf');
  recording.readFile('a/terraform.tfvars');
  recording.listFolder('a');
  return reads;
}

describe('what read the same of another tree', () => {
  it.each<[boolean, string, Readonly<Record<string, string>>]>([
    [true, 'a tree that is the same', files],
    [true, 'another file elsewhere', { ...files, 'b/main.tf': 'other', 'c/main.tf': 'new' }],
    [true, 'another content of a file that was only listed', { ...files, 'a/more.tf': 'other' }],
    [false, 'another content of a file', { ...files, 'a/main.tf': 'other' }],
    [false, 'a file that was missing', { ...files, 'a/terraform.tfvars': 'x = 1' }],
    [false, 'a new name in a folder', { ...files, 'a/new.tf': 'new' }],
    [false, 'a name less in a folder', { 'a/main.tf': 'one' }],
    [false, 'nothing at all', {}],
  ])('is %s for %s', (expected, _, other) => {
    expect(givesSame(tree(other), recorded())).toBe(expected);
  });
});
