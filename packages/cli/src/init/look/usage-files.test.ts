import { memoryTree } from '@tollgate/terraform';
import { expect, it } from 'vitest';
import { usageFiles } from './usage-files.ts';

const usage = 'version: 0.1\nresource_usage:\n  aws_sqs_queue.a:\n    monthly_requests: 1\n';

it('finds usage files by what is in them, at the top and beside root modules', () => {
  const tree = memoryTree({
    'infracost-usage.yml': usage,
    'infra/costs.yaml': `# ours\n${usage.replace('0.1', "'0.1'").replace('resource_usage', 'resource_type_default_usage')}`,
    'infra/infracost.yml': 'version: 0.1\nprojects: []\n',
    'infra/usage.txt': usage,
    'elsewhere/usage.yml': usage,
  });
  expect(usageFiles(tree, ['', 'infra', 'infra'])).toEqual(['infracost-usage.yml', 'infra/costs.yaml']);
});
