/**
 * Measures judging inside the process: `node packages/policy-engine/bench/judge.ts`. 20 policies of mixed rules judge
 * 10,000 resources, and the results become a decision; about one result in ten is not a pass. The aim is 0.3 s.
 */
import { unknown } from '@tollgate/cel';
import { decide } from '../src/decide.ts';
import { readDocuments } from '../src/documents/read-documents.ts';
import type { Gate } from '../src/gates/gate.ts';
import type { Subject } from '../src/gates/subject.ts';
import { compilePolicy } from '../src/judge/compile-policy.ts';
import type { CompiledPolicy } from '../src/judge/compiled-policy.ts';
import { judge } from '../src/judge/judge.ts';
import { layerPolicies } from '../src/layers/layer-policies.ts';

const POLICIES = 20;
const RESOURCES = 10_000;
const ROUNDS = 11;

const gate: Gate<null> = {
  name: 'resource',
  schema: {
    type: 'object',
    properties: {
      resource: {
        type: 'object',
        properties: {
          address: { type: 'string' },
          type: { type: 'string' },
          values: true,
          tags: { type: 'object', additionalProperties: { type: 'string' } },
        },
      },
    },
  },
};

/** Rules of the kinds that packs are made of: one comparison, several clauses, a loop, a match, a message. */
const rules: readonly string[] = [
  `- id: burstable
  match: { resources: ["aws_instance", "!module.legacy.*"], when: "has(resource.values.instance_type)" }
  assert: "resource.values.instance_type.startsWith('t')"
  message: "use a burstable instance, not \${resource.values.instance_type}"`,
  `- id: owner
  match: { resources: ["aws_*", "!aws_iam_*"] }
  assert: "has(resource.tags.Owner) && resource.tags.Owner.endsWith('@example.com') && resource.tags.Env in params.environments && size(resource.tags) >= 3"`,
  `- id: closed
  match: { resources: ["*_security_group"] }
  assert: "resource.values.ingress.all(rule, rule.from_port != 22 || !('0.0.0.0/0' in rule.cidr_blocks))"`,
  `- id: encrypted
  match: { resources: ["aws_ebs_volume", "aws_s3_bucket", "aws_db_instance"] }
  assert: "resource.values.encrypted == true"`,
  `- id: named
  assert: "resource.address.size() < 200 && !resource.type.startsWith('null_')"`,
];

function policyText(index: number): string {
  const text = [rules[index % rules.length], rules[(index + 1) % rules.length]].join('\n').replaceAll('\n', '\n    ');
  return `apiVersion: tollgate/v1
kind: Policy
metadata: { name: policy-${String(index).padStart(2, '0')}, layer: org }
spec:
  gate: resource
  params: { environments: { type: "list<string>", default: [prod, staging, dev] } }
  rules:
    ${text}
`;
}

const types = ['aws_instance', 'aws_security_group', 'aws_ebs_volume', 'aws_s3_bucket', 'aws_iam_role', 'aws_subnet'];

function subject(index: number): Subject<null> {
  const type = types[index % types.length] ?? '';
  const address = `module.m${index % 50}.${type}.r${index}`;
  const isBad = index % 11 === 0;
  const isUnknown = index % 97 === 0;
  return {
    reference: { kind: 'resource', id: address },
    source: { file: `m${index % 50}/main.tf`, startLine: index },
    names: [type, address],
    actions: ['create'],
    changed: true,
    data: null,
    input: {
      resource: {
        address,
        type,
        values: {
          instance_type: isUnknown ? unknown('variable type has no value') : isBad ? 'm5.large' : 't3.micro',
          encrypted: !isBad,
          ingress: [
            { from_port: 443, cidr_blocks: ['0.0.0.0/0'] },
            { from_port: isBad ? 22 : 8080, cidr_blocks: ['10.0.0.0/8', '0.0.0.0/0'] },
          ],
        },
        tags: { Owner: isBad ? 'nobody' : 'web@example.com', Env: 'prod', CostCenter: 'CC-1234' },
      },
    },
  };
}

async function compilePolicies(): Promise<CompiledPolicy<null>[]> {
  const files = Array.from({ length: POLICIES }, (_, index) => ({ file: `${index}.yml`, text: policyText(index) }));
  const { policies, problems } = layerPolicies((await readDocuments(files)).policies, { environment: null });
  const compiled = await Promise.all(policies.map((policy) => compilePolicy(policy, gate)));
  const ready = compiled.flatMap(({ policy }) => (policy === null ? [] : [policy]));
  if (ready.length !== POLICIES) throw new Error(JSON.stringify([problems, compiled]));
  return ready;
}

const start = performance.now();
const policies = await compilePolicies();
const compiledIn = performance.now() - start;
const subjects = Array.from({ length: RESOURCES }, (_, index) => subject(index));
const times: { judged: number; decided: number }[] = [];
let counts = '';
for (let round = 0; round < ROUNDS; round += 1) {
  const before = performance.now();
  const judged = judge(policies, subjects, { now: '2026-10-01' });
  const between = performance.now();
  const decision = decide(judged);
  times.push({ judged: between - before, decided: performance.now() - between });
  counts = JSON.stringify(decision.summary);
}

function median(values: readonly number[]): string {
  return `${(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0).toFixed(0)} ms`;
}

const first = times[0];
process.stdout.write(`${POLICIES} policies on ${RESOURCES.toLocaleString('en-US')} resources: ${counts}\n`);
process.stdout.write(`reading and compiling    ${compiledIn.toFixed(0)} ms\n`);
process.stdout.write(`the first round          ${((first?.judged ?? 0) + (first?.decided ?? 0)).toFixed(0)} ms\n`);
process.stdout.write(`judging, median          ${median(times.map(({ judged }) => judged))}\n`);
process.stdout.write(`deciding, median         ${median(times.map(({ decided }) => decided))}\n`);
process.stdout.write(
  `both, median             ${median(times.map(({ judged, decided }) => judged + decided))} (aim: 300 ms)\n`,
);
