import type { CostModel } from '../model.ts';
import { type Amount, amount } from '../money/amount.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

/**
 * `aws_grafana_workspace`: its active users, of whom there is at least an administrator, and what each of them costs more with
 * the plugins of Grafana Enterprise.
 */
const workspace: CostModel = {
  types: ['aws_grafana_workspace'],
  bill(resource, bill) {
    const { usage } = resource;
    const viewers = usage.number('viewer_licenses');
    bill.line('Editor/administrator licenses', () => ({
      unit: 'users',
      rate: 'aws.grafana.editor',
      quantity: editors(resource),
    }));
    bill.line('Viewer licenses', () => ({
      unit: 'users',
      rate: 'aws.grafana.viewer',
      quantity: viewers,
      usageBased: true,
    }));
    bill.line('Enterprise plugin licenses', () => {
      const licenses = resource.referrers('aws_grafana_license_association', 'workspace_id');
      if (!licenses.some((license) => license.text('license_type') === 'ENTERPRISE')) return null;
      const quantity = editors(resource).plus(viewers ?? 0);
      return { unit: 'users', rate: 'aws.grafana.enterprise-user', quantity };
    });
  },
};

function editors(resource: BilledResource): Amount {
  const told = resource.usage.number('editors_administrator_licenses');
  if (told === undefined) resource.assume('editors_administrator_licenses', '1');
  return told ?? amount(1);
}

export const grafanaModels: readonly CostModel[] = [workspace];
