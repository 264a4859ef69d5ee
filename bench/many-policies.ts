/** Rules of the kinds that packs are made of: patterns, conditions of several parts, a loop, parameters, messages. */
const rules: readonly string[] = [
  `- id: size
      assert: "!resource.values.instance_type.startsWith('m5.') || resource.values.instance_type in params.large"
      message: "\${resource.values.instance_type} is of a previous generation"`,
  `- id: disk
      match: { when: "has(resource.values.root_block_device)" }
      assert: "resource.values.root_block_device.all(disk, disk.volume_size <= 500)"`,
  `- id: owner
      match: { resources: ["aws_*", "!aws_iam_*"] }
      assert: "has(resource.values.tags.Name) && resource.values.tags.Name.matches('^[a-z0-9-]+$') && size(resource.values.tags) >= 1"`,
  `- id: region
      assert: "resource.provider.name == 'aws' && !resource.address.startsWith('module.legacy.')"`,
];

/** The text of 20 policies of two rules each, for the gate of resources: nearly every resource keeps all of them. */
export function manyPolicies(): string {
  return Array.from({ length: 20 }, (_, index) => {
    const pair = [rules[index % rules.length], rules[(index + 1) % rules.length]];
    return `apiVersion: tollgate/v1
kind: Policy
metadata: { name: policy-${String(index + 1).padStart(2, '0')} }
spec:
  gate: resource
  params: { large: { type: "list<string>", default: [m5.24xlarge] } }
  rules:
    ${pair.join('\n    ')}
`;
  }).join('---\n');
}
