import {
  code,
  decide,
  type Evidence,
  type JudgedPolicy,
  type RuleHeader,
  type Source,
  text,
} from '@tollgate/policy-engine';
import type { Report } from '../../src/index.ts';

type DecisionRemarks = NonNullable<Parameters<typeof decide>[1]>;
type AppliedResult = Parameters<typeof decide>[0][number]['results'][number];

/** Puts a list into another order. */
export type Reorder = <Item>(items: readonly Item[]) => readonly Item[];

/**
 * A report with every kind of verdict: pass, fail at each level, unknown that passes, warns and blocks, excepted, with an expired
 * exception, overridden, error, not applicable, and a policy that matched nothing. Names and texts that attack are among them.
 */
export function everyVerdict(reorder: Reorder = (items) => items): Report {
  const judged = policies.map((entry) => ({ ...entry, results: reorder(entry.results) }));
  const { exceptions = [], overrides = [], notices = [] } = remarks;
  return {
    decision: decide(reorder(judged), {
      exceptions: reorder(exceptions),
      overrides: reorder(overrides),
      notices: reorder(notices),
    }),
    evidence: { ...evidence, rules: reorder(evidence.rules ?? []) },
  };
}

/** A place in a module, called by another. */
const inCluster: Source = {
  file: 'modules/cluster/disks.tf',
  startLine: 14,
  startColumn: 1,
  endLine: 19,
  endColumn: 2,
  callers: [
    { address: 'module.eu', file: 'main.tf', startLine: 21, startColumn: 1, endLine: 25, endColumn: 2 },
    { address: 'module.eu.module.cluster["a"]', file: 'modules/region/main.tf', startLine: 8 },
  ],
};

function place(file: string, startLine: number): Source {
  return { file, startLine, startColumn: 1, endLine: startLine + 5, endColumn: 2 };
}

function result(
  rule: string,
  id: string,
  outcome: AppliedResult['outcome'],
  message: string,
  rest: Partial<AppliedResult> = {},
): AppliedResult {
  return { rule, subject: { kind: 'resource', id }, outcome, message, ...rest };
}

function policy(
  name: string,
  version: string,
  rules: readonly RuleHeader[],
  results: readonly AppliedResult[],
): JudgedPolicy<AppliedResult> {
  return { policy: { name, version, rules, document: { name, version } }, results };
}

const migration = {
  id: 'EX-7',
  expires: '2026-12-20',
  status: 'active',
  reason: 'The old cluster is moved by then (PLAT-812).',
  approver: 'user:ana',
  message: 'Exception EX-7 holds until 2026-12-20.',
} as const;

const policies: readonly JudgedPolicy<AppliedResult>[] = [
  policy(
    'encryption',
    '2.1.0',
    [
      { id: 'volumes', level: 'hard-mandatory', onUnknown: 'warn' },
      { id: 'keys', level: 'hard-mandatory', onUnknown: 'fail' },
    ],
    [
      result('volumes', 'module.eu.module.cluster["a"].aws_ebs_volume.data[0]', 'fail', 'the volume is not encrypted', {
        source: inCluster,
        evidence: [{ expression: 'resource.values.encrypted', value: 'false' }],
      }),
      result('volumes', 'module.eu.module.cluster["a"].aws_ebs_volume.data[1]', 'fail', 'the volume is not encrypted', {
        source: inCluster,
        evidence: [{ expression: 'resource.values.encrypted', value: 'false' }],
      }),
      result('volumes', 'aws_ebs_volume.archive', 'fail', 'the volume is not encrypted', {
        source: place('storage.tf', 3),
        exception: {
          id: 'EX-3',
          expires: '2026-10-01',
          status: 'expired',
          reason: 'Waits for the archive to be emptied.',
          approver: 'user:ana',
          message: 'Exception `EX-3` expired on 2026-10-01.',
        },
      }),
      result('volumes', 'aws_ebs_volume.old', 'excepted', 'the volume is not encrypted', {
        source: place('storage.tf', 11),
        underlying: 'fail',
        exception: migration,
      }),
      result('volumes', 'aws_ebs_volume.older', 'excepted', '`encrypted` comes from `var.encrypt`', {
        source: place('storage.tf', 19),
        underlying: 'unknown',
        exception: {
          ...migration,
          id: 'storage.tf:18',
          expires: '2026-11-30',
          reason: 'deleted [next](https://evil.example) week',
          approver: null,
        },
      }),
      result('volumes', 'aws_ebs_volume.logs', 'pass', 'the volume is encrypted', { source: place('storage.tf', 27) }),
      result('keys', 'aws_kms_key.main', 'unknown', 'the rotation comes from `data.aws_ssm_parameter.rotate`', {
        source: place('keys.tf', 1),
      }),
    ],
  ),
  policy(
    'cost-guard',
    '1.4.0',
    [
      {
        id: 'small-in-dev',
        level: 'soft-mandatory',
        onUnknown: 'pass',
        override: { approvers: ['team:finops', 'user:li'] },
      },
    ],
    [
      result('small-in-dev', 'aws_instance.batch', 'fail', 'use a burstable instance in dev, not `m5.24xlarge`', {
        source: place('compute.tf', 40),
        evidence: [
          { expression: 'resource.values.instance_type', value: '"m5.24xlarge"' },
          { expression: 'params.environment', value: '"dev"' },
        ],
      }),
      result('small-in-dev', 'aws_instance.load_test', 'fail', 'use a burstable instance in dev, not `c6i.8xlarge`', {
        source: place('compute.tf', 52),
        override: {
          approvers: [
            { name: 'user:li', at: '2026-11-19T10:12:00Z' },
            { name: 'user:noor', at: '2026-11-19T11:30:00Z' },
          ],
          commit: '6f1c2ad09be4c8f5d7a3b1e0f92c44d81a7be350',
        },
      }),
      result('small-in-dev', 'aws_instance.worker', 'unknown', 'the type comes from `var.worker_type`', {
        source: place('compute.tf', 64),
      }),
    ],
  ),
  policy(
    'naming',
    '1.0.0',
    [{ id: 'prefix', level: 'advisory', onUnknown: 'warn' }],
    [
      result(
        'prefix',
        'aws_s3_bucket.b["<img src=x onerror=alert(1)>|@octocat"]',
        'fail',
        'the name `x\u202e]]>` has no prefix',
        {
          source: place('weird names/ä#1?%2F.tf', 7),
        },
      ),
      result('prefix', 'aws_s3_bucket.site', 'pass', 'the name has a prefix'),
      result('prefix', 'aws_eip.nat', 'not-applicable', 'has no name'),
      result('prefix', 'aws_route.out', 'not-applicable', 'has no name'),
    ],
  ),
  policy(
    'required-tags',
    '3.0.1',
    [
      { id: 'keys', level: 'hard-mandatory', onUnknown: 'warn' },
      { id: 'owner-exists', level: 'hard-mandatory', onUnknown: 'warn' },
    ],
    [
      result('keys', 'aws_s3_bucket.site', 'fail', 'lacks `CostCenter` and `Owner`', {
        missing: ['CostCenter', 'Owner'],
      }),
      result('keys', 'aws_sqs_queue.jobs', 'unknown', 'the keys come from `module.labels.tags`', {
        source: place('queues.tf', 2),
      }),
      result('owner-exists', 'aws_sns_topic.alerts', 'error', 'the condition divides by zero at line 14, column 22', {
        source: place('queues.tf', 30),
      }),
    ],
  ),
  policy('databases', '0.3.0', [{ id: 'backups', level: 'hard-mandatory', onUnknown: 'warn' }], []),
];

const remarks: DecisionRemarks = {
  exceptions: [
    {
      id: 'EX-7',
      rule: 'encryption/volumes',
      status: 'used',
      counts: true,
      matched: 1,
      expires: '2026-12-20',
      reason: migration.reason,
      approver: 'user:ana',
      evidence: 'https://tickets.example/PLAT-812',
      source: { file: 'exceptions/storage.yaml', startLine: 1 },
      origin: 'document',
      message: 'Exception `EX-7` excepts 1 verdict.',
    },
    {
      id: 'storage.tf:18',
      rule: 'volumes',
      status: 'self-approved',
      counts: true,
      matched: 1,
      expires: '2026-11-30',
      reason: 'deleted [next](https://evil.example) week',
      approver: null,
      evidence: null,
      source: { file: 'storage.tf', startLine: 18 },
      origin: 'comment',
      message: 'The change that needs exception `storage.tf:18` also adds it. Have somebody else look at it.',
    },
    {
      id: 'EX-3',
      rule: 'encryption/volumes',
      status: 'expired',
      counts: false,
      matched: 1,
      expires: '2026-10-01',
      reason: 'Waits for the archive to be emptied.',
      approver: 'user:ana',
      evidence: null,
      source: { file: 'exceptions/storage.yaml', startLine: 14 },
      origin: 'document',
      message: 'Exception `EX-3` expired on 2026-10-01. Mend the violation, or ask for a new exception.',
    },
    {
      id: 'EX-9',
      rule: 'naming/*',
      status: 'unused',
      counts: true,
      matched: 0,
      expires: '2027-01-31',
      reason: 'legacy names',
      approver: 'user:li',
      evidence: null,
      source: { file: 'exceptions/names.yaml', startLine: 1 },
      origin: 'document',
      message: 'Exception `EX-9` excepts nothing. Remove it.',
    },
    {
      id: 'EX-11',
      rule: 'cost-guard/small-in-dev',
      status: 'too-long',
      counts: false,
      matched: 1,
      expires: '2029-01-01',
      reason: 'load test',
      approver: 'user:li',
      evidence: null,
      source: { file: 'exceptions/cost.yaml', startLine: 1 },
      origin: 'document',
      message: 'Exception `EX-11` is for 773 days; the policy allows 90. Choose an earlier day.',
    },
  ],
  overrides: [
    {
      id: 'load-test',
      rule: 'cost-guard/small-in-dev',
      status: 'used',
      matched: 1,
      approver: 'user:li',
      at: '2026-11-19T10:12:00Z',
      commit: '6f1c2ad09be4c8f5d7a3b1e0f92c44d81a7be350',
      reason: 'one week of load tests',
      source: { file: 'overrides.yaml', startLine: 1 },
      message: 'Override `load-test` overrides 1 verdict.',
    },
    {
      id: 'batch',
      rule: 'cost-guard/small-in-dev',
      status: 'other-commit',
      matched: 0,
      approver: 'user:li',
      at: '2026-11-12T09:00:00Z',
      commit: '0000000000000000000000000000000000000001',
      reason: 'month end',
      source: { file: 'overrides.yaml', startLine: 15 },
      message: 'Override `batch` approves commit 000000000000, not the one that is judged. Ask for a new approval.',
    },
  ],
  notices: ['Rule "encryption/volumes" of the team layer was not loosened: the org layer does not allow it.'],
};

const evidence: Evidence = {
  gate: 'Resources',
  headline: [text('6 of 14 resources break a rule, and 1 rule could not be evaluated.')],
  remedies: [],
  sections: [
    {
      title: '5 policies',
      folded: true,
      blocks: [
        {
          kind: 'table',
          columns: [
            { title: 'Policy', align: 'left' },
            { title: 'Broken', align: 'right' },
          ],
          rows: [
            [[code('encryption')], '3'],
            [[code('cost-guard')], '2'],
          ],
        },
      ],
    },
  ],
  unknowns: [[text('1 module could not be loaded: '), code('registry.example/labels'), text('.')]],
  sources: ['judged for 2026-11-20'],
  rules: [
    {
      policy: 'encryption',
      rule: 'volumes',
      level: 'hard-mandatory',
      description: 'Data at rest is encrypted.',
      remedy: 'Set `encrypted = true` and name a key in `kms_key_id`.',
      controls: ['CIS-AWS-2.2.1', 'SOC2-CC6.1'],
      owners: ['platform-security'],
    },
    {
      policy: 'encryption',
      rule: 'keys',
      level: 'hard-mandatory',
      description: 'Keys rotate every year.',
      remedy: 'Set `enable_key_rotation = true`.',
      owners: ['platform-security'],
    },
    {
      policy: 'cost-guard',
      rule: 'small-in-dev',
      level: 'soft-mandatory',
      description: 'Development runs on small, burstable instances.',
      remedy: 'Choose an instance type that begins with `t`.',
      controls: ['FINOPS-COMPUTE-03'],
      approvers: ['team:finops', 'user:li'],
    },
    { policy: 'naming', rule: 'prefix', level: 'advisory', remedy: '[Rename](https://evil.example) @octocat' },
    {
      policy: 'required-tags',
      rule: 'owner-exists',
      level: 'hard-mandatory',
      owners: ['platform-finops'],
    },
    { policy: 'databases', rule: 'backups', level: 'hard-mandatory', description: 'Databases are backed up.' },
  ],
};
