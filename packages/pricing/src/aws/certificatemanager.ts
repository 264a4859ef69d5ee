import type { CostModel } from '../model.ts';
import type { BilledResource } from '../resource/billed-resource.ts';

/**
 * `aws_acm_certificate`: a private certificate, and the names of a public one whose key may leave AWS, both in the month in which
 * they are issued. Other public certificates are free, and so is what is imported.
 */
const certificate: CostModel = {
  types: ['aws_acm_certificate'],
  bill(resource, bill) {
    bill.line('Certificate', () =>
      resource.has('certificate_authority_arn')
        ? {
            unit: 'requests',
            rate: 'aws.certificatemanager.private-certificates',
            quantity: 1,
            tiers: 'first',
            usageBased: true,
          }
        : null,
    );
    bill.line('Exportable certificate', () => exportableLine(resource, 'name'));
    bill.line('Exportable certificate (wildcard names)', () => exportableLine(resource, 'wildcard'));
  },
};

function exportableLine(resource: BilledResource, kind: 'name' | 'wildcard') {
  if (resource.block('options')?.text('export') !== 'ENABLED') return null;
  const names = new Set([resource.neededText('domain_name'), ...resource.texts('subject_alternative_names')]);
  const quantity = [...names].filter((name) => name.startsWith('*.') === (kind === 'wildcard')).length;
  return { unit: 'names', rate: `aws.certificatemanager.exportable-${kind}`, quantity, usageBased: true };
}

/** `aws_acmpca_certificate_authority`: the authority, billed while it is disabled too, and the certificates that it issues. */
const authority: CostModel = {
  types: ['aws_acmpca_certificate_authority'],
  bill(resource, bill) {
    const { usage } = resource;
    const isShortLived = () => resource.text('usage_mode')?.toUpperCase() === 'SHORT_LIVED_CERTIFICATE';
    bill.line('Private certificate authority', () =>
      isShortLived()
        ? {
            name: 'Private certificate authority (short-lived certificate mode)',
            unit: 'months',
            rate: 'aws.certificatemanager.authority-short-lived',
            quantity: 1,
          }
        : { unit: 'months', rate: 'aws.certificatemanager.authority', quantity: 1 },
    );
    bill.line('Certificates', () => ({
      ...(isShortLived()
        ? { name: 'Certificates (short-lived)', rate: 'aws.certificatemanager.short-lived-certificates' }
        : { rate: 'aws.certificatemanager.private-certificates' }),
      unit: 'requests',
      quantity: usage.number('monthly_requests'),
      usageBased: true,
    }));
  },
};

export const certificateManagerModels: readonly CostModel[] = [certificate, authority];
