import { fixHunks } from '@tollgate/resources';
import { describe, expect, it } from 'vitest';
import { plan } from '../../test/fix-cases.ts';

const main = 'variable "tags" {}\nresource "aws_s3_bucket" "a" {\n  tags = var.tags\n}\n';
const long = `"${'x'.repeat(60)}"`;

describe('fixes in files of variables tell nothing but what changes', () => {
  it.each([
    ['a key is renamed', 'tags = { owner = "o", "a b" = "hunter2" }\n', '+tags = { Owner = "…", "a b" = "…" }'],
    ['a key is added', 'tags = { Secret = "hunter2" }\n', '+tags = { Secret = "…", Owner = "platform" }'],
    [
      'a line is brought over several',
      `tags = { Long = ${long}, Secret = "hunter2", Escaped = "a \\" hunter2" }\n`,
      '+tags = {\n+  Long    = "…"\n+  Secret  = "…"\n+  Escaped = "…"\n+  Owner   = "platform"\n+}',
    ],
  ])('%s', async (_, variables, shown) => {
    const planned = await plan(
      { 'main.tf': main, 'terraform.tfvars': variables },
      { required: ['Owner'], values: { Owner: 'platform' } },
    );
    const lines = fixHunks(planned).flatMap((hunk) => hunk.lines.filter(({ sign }) => sign === '+'));
    expect(lines.map(({ sign, text }) => sign + text).join('\n')).toBe(shown);
    expect(planned.plan.files.map(({ file }) => file)).toEqual(['terraform.tfvars']);
    expect(JSON.stringify(planned.plan)).not.toContain('hunter2');
  });
});
