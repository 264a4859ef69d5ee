import { describe, expect, it } from 'vitest';
import { treePath } from './tree-path.ts';

describe('treePath', () => {
  it.each([
    ['', ''],
    ['.', ''],
    ['./', ''],
    ['main.tf', 'main.tf'],
    ['./a//b/./main.tf', 'a/b/main.tf'],
    ['a/../b', 'b'],
    ['a/b/../../c/', 'c'],
    ['...', '...'],
    ['.terraform', '.terraform'],
    ['.terraform/modules/vpc/main.tf', '.terraform/modules/vpc/main.tf'],
    ['.github/CODEOWNERS', '.github/CODEOWNERS'],
    ['.gitignore', '.gitignore'],
  ])('cleans %j', (path, clean) => {
    expect(treePath(path)).toBe(clean);
  });

  it.each(['/', '/etc/passwd', '..', '../x', 'a/../../x', 'a/../..', 'a\0b'])(
    'has none for %j, which leads out',
    (path) => {
      expect(treePath(path)).toBeUndefined();
    },
  );

  it.each(['.git', '.git/config', 'modules/a/.git', 'x/.GIT/config', '.terraform/terraform.tfstate', 'a/../.git/HEAD'])(
    'has none for %j, which may hold credentials',
    (path) => {
      expect(treePath(path)).toBeUndefined();
    },
  );
});
