import { code, decide, type Evidence, type RuleResult, text } from '@tollgate/policy-engine';
import type { Report } from '../src/index.ts';

/** A blocked decision with every kind of verdict, block and phrase that a report shows. */
export function sampleReport(results: readonly RuleResult[] = sampleResults): Report {
  return {
    decision: decide([
      {
        policy: {
          name: 'required-tags',
          version: '1.0.0',
          rules: [
            { id: 'keys', level: 'hard-mandatory', onUnknown: 'warn' },
            { id: 'values', level: 'advisory', onUnknown: 'warn' },
          ],
          document: {},
        },
        results,
      },
      { policy: { name: 'idle', version: '0.1.0', rules: [], document: {} }, results: [] },
    ]),
    evidence: sampleEvidence,
  };
}

const sampleResults: readonly RuleResult[] = [
  {
    rule: 'keys',
    subject: { kind: 'resource', id: 'aws_instance.web' },
    outcome: 'fail',
    message: 'lacks `Owner` and `CostCenter`',
    missing: ['CostCenter', 'Owner'],
    source: { file: 'infra/main.tf', startLine: 3, endLine: 9 },
  },
  {
    rule: 'keys',
    subject: { kind: 'resource', id: 'module.a["x|y"].aws_s3_bucket.logs' },
    outcome: 'fail',
    message: 'lacks `Owner`',
  },
  {
    rule: 'keys',
    subject: { kind: 'resource', id: 'aws_ebs_volume.data' },
    outcome: 'unknown',
    message: 'keys come from `var.tags`',
  },
  { rule: 'keys', subject: { kind: 'resource', id: 'aws_eip.a' }, outcome: 'pass', message: 'has all required tags' },
  {
    rule: 'values',
    subject: { kind: 'resource', id: 'aws_eip.a' },
    outcome: 'fail',
    message: '`Env` is `Prod`; wanted `prod`',
  },
];

const sampleEvidence: Evidence = {
  gate: 'Tags',
  headline: [text('2 of 4 resources lack required tags.')],
  remedies: [[text('Add the missing keys to '), code('tags'), text(' of the resource.')]],
  sections: [
    {
      title: 'Coverage by key',
      folded: true,
      blocks: [
        { kind: 'paragraph', content: 'Of the resources that can carry tags.' },
        {
          kind: 'table',
          columns: [
            { title: 'Key', align: 'left' },
            { title: 'Present', align: 'right' },
          ],
          rows: [
            [[code('Owner')], '2 of 4'],
            [[code('CostCenter')], '3 of 4'],
          ],
        },
      ],
    },
  ],
  unknowns: ['1 resource has tags that are known only after apply.'],
  sources: [[{ kind: 'link', text: 'run 12', url: 'https://github.com/acme/infra/actions/runs/12' }]],
};
