import type { BilledResource } from '../resource/billed-resource.ts';

/** The day from which a domain pays extended support for its version; undefined when none is announced, or the version is not told. */
export function opensearchSupportStart(resource: BilledResource): string | undefined {
  const version =
    resource.type === 'aws_elasticsearch_domain'
      ? `Elasticsearch_${resource.text('elasticsearch_version', '1.5')}`
      : resource.text('engine_version');
  return version === undefined ? undefined : resource.facts('aws/opensearch-support').row(version)?.from;
}
