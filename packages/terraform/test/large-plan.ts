/**
 * Makes a plan of many resources in the shape and proportions of a real one: planned values, changes, prior state and
 * configuration, about 8 kB a resource. Every fourth resource is created, the others stay, change or are replaced.
 */
export function largePlan(resources: number): Uint8Array {
  const indexes = [...Array(resources).keys()];
  const parts = [
    '{"format_version":"1.2","terraform_version":"1.11.4","planned_values":{"root_module":{"resources":[',
    ...separated(indexes.map((index) => plannedValue(index))),
    ']}},"resource_changes":[',
    ...separated(indexes.map((index) => change(index))),
    '],"prior_state":{"format_version":"1.0","terraform_version":"1.11.4","values":{"root_module":{"resources":[',
    ...separated(indexes.filter((index) => index % 4 !== 0).map((index) => plannedValue(index))),
    ']}}},"configuration":{"provider_config":{"aws":{"name":"aws","full_name":"registry.terraform.io/hashicorp/aws",',
    '"expressions":{"default_tags":[{"tags":{"constant_value":{"Team":"core"}}}]}}},"root_module":{"resources":[',
    ...separated(indexes.map((index) => configured(index))),
    ']}},"timestamp":"2026-11-20T06:00:00Z","applyable":true,"complete":true,"errored":false}',
  ];
  const encoder = new TextEncoder();
  const encoded = parts.map((part) => encoder.encode(part));
  const bytes = new Uint8Array(encoded.reduce((length, part) => length + part.length, 0));
  let offset = 0;
  for (const part of encoded) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}

/** One string for a thousand elements, so that neither one huge string nor a million small ones are made. */
function separated(elements: readonly string[]): string[] {
  const chunks: string[] = [];
  for (let start = 0; start < elements.length; start += 1000) {
    chunks.push((start === 0 ? '' : ',') + elements.slice(start, start + 1000).join(','));
  }
  return chunks;
}

const provider = 'registry.terraform.io/hashicorp/aws';

function identity(index: number): Record<string, unknown> {
  return { address: `aws_instance.web[${index}]`, mode: 'managed', type: 'aws_instance', name: 'web', index };
}

function plannedValue(index: number): string {
  return JSON.stringify({
    ...identity(index),
    provider_name: provider,
    schema_version: 1,
    values: attributes(index),
    sensitive_values: { tags: {}, tags_all: {} },
  });
}

function change(index: number): string {
  const created = index % 4 === 0;
  const actions = [['create'], ['no-op'], ['update'], ['delete', 'create']][index % 4];
  return JSON.stringify({
    ...identity(index),
    provider_name: provider,
    change: {
      actions,
      before: created ? null : { ...attributes(index), ...computed(index) },
      after: created ? attributes(index) : { ...attributes(index), ...computed(index) },
      after_unknown: created
        ? Object.fromEntries(Object.keys(computed(index)).map((key) => [key, true]))
        : { tags: {}, tags_all: {} },
      before_sensitive: created ? false : { tags: {}, tags_all: {}, user_data: true },
      after_sensitive: { tags: {}, tags_all: {}, user_data: true },
    },
  });
}

function configured(index: number): string {
  return JSON.stringify({
    address: `aws_instance.web${index}`,
    mode: 'managed',
    type: 'aws_instance',
    name: `web${index}`,
    provider_config_key: 'aws',
    expressions: { ami: { references: ['var.ami'] }, instance_type: { constant_value: 't3.micro' } },
    schema_version: 1,
  });
}

function attributes(index: number): Record<string, unknown> {
  const tags = { Name: `web-${index}`, Owner: `team-${index % 17}`, CostCenter: `CC-${1000 + (index % 50)}` };
  return {
    ami: `ami-0a1b2c3d4e5f6${index}`,
    associate_public_ip_address: false,
    availability_zone: 'eu-west-1a',
    capacity_reservation_specification: [],
    cpu_options: [{ amd_sev_snp: '', core_count: 1, threads_per_core: 2 }],
    credit_specification: [{ cpu_credits: 'unlimited' }],
    disable_api_stop: false,
    disable_api_termination: null,
    ebs_block_device: [],
    ebs_optimized: true,
    enclave_options: [{ enabled: false }],
    hibernation: null,
    host_id: null,
    iam_instance_profile: `profile-${index % 9}`,
    instance_type: 't3.micro',
    key_name: null,
    launch_template: [],
    maintenance_options: [{ auto_recovery: 'default' }],
    metadata_options: [{ http_endpoint: 'enabled', http_put_response_hop_limit: 1, http_tokens: 'required' }],
    monitoring: true,
    network_interface: [],
    root_block_device: [{ delete_on_termination: true, encrypted: true, iops: 3000, volume_size: 30, tags: {} }],
    security_groups: [],
    source_dest_check: true,
    subnet_id: `subnet-00${index % 12}`,
    tags,
    tags_all: { ...tags, Team: 'core' },
    timeouts: null,
    user_data: '#!/bin/bash\nset -eu\necho "größer" > /etc/motd\n',
    user_data_replace_on_change: false,
    vpc_security_group_ids: [`sg-${index % 30}`],
  };
}

function computed(index: number): Record<string, unknown> {
  return {
    arn: `arn:aws:ec2:eu-west-1:123456789012:instance/i-0${index}`,
    id: `i-0${index}`,
    instance_state: 'running',
    ipv6_addresses: [],
    private_dns: `ip-10-0-0-${index % 250}.eu-west-1.compute.internal`,
    private_ip: `10.0.0.${index % 250}`,
    public_dns: '',
    public_ip: '',
  };
}
