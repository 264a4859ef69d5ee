/** What is billed for the objects of one storage class. */
export interface ClassLine {
  readonly name: string;
  readonly unit: string;
  readonly per: number;
  readonly rate: string;
  /** Of the usage of the class. */
  readonly usage: string;
  /**
   * `used`: only when usage tells it, since few buckets have it. An archive tier: when usage tells it, or when a configuration of
   * the bucket moves objects there.
   */
  readonly when: 'always' | 'used' | ArchiveTier;
}

export type ArchiveTier = 'ARCHIVE_ACCESS' | 'DEEP_ARCHIVE_ACCESS';

export interface StorageClass {
  /** The part of a usage file. */
  readonly usage: string;
  /** In lifecycle rules; null for the class that objects have when nothing is said. */
  readonly transition: string | null;
  readonly name: string;
  readonly lines: readonly ClassLine[];
}

type Quantity = 'GB' | '1k requests' | '1k objects';

function line(
  name: string,
  unit: Quantity,
  rate: string,
  usage: string,
  when: ClassLine['when'] = 'always',
): ClassLine {
  return { name, unit, per: unit === 'GB' ? 1 : 1000, rate, usage, when };
}

const writes = (rate: string) => line('PUT, COPY, POST, LIST requests', '1k requests', rate, 'monthly_tier_1_requests');
const reads = (rate: string) =>
  line('GET, SELECT, and all other requests', '1k requests', rate, 'monthly_tier_2_requests');
const transitions = (rate: string) =>
  line('Lifecycle transition', '1k requests', rate, 'monthly_lifecycle_transition_requests');
const scanned = (rate: string) => line('Select data scanned', 'GB', rate, 'monthly_select_data_scanned_gb', 'used');
const returned = (rate: string) => line('Select data returned', 'GB', rate, 'monthly_select_data_returned_gb', 'used');
const earlyDelete = (days: number, rate: string) =>
  line(`Early delete (within ${days} days)`, 'GB', rate, 'early_delete_gb', 'used');

/** Where objects are when nothing moves them. */
export const standardClass: StorageClass = {
  usage: 'standard',
  transition: null,
  name: 'Standard',
  lines: [
    line('Storage', 'GB', 'aws.s3.standard-storage', 'storage_gb'),
    writes('aws.s3.standard-tier1-requests'),
    reads('aws.s3.standard-tier2-requests'),
    scanned('aws.s3.standard-select-scanned'),
    returned('aws.s3.standard-select-returned'),
  ],
};

/**
 * The classes that lifecycle rules or programs move objects to. S3 Select is closed to new customers, and Intelligent-Tiering has no
 * least duration any more, though the price list still has both.
 */
export const otherClasses: readonly StorageClass[] = [
  {
    usage: 'intelligent_tiering',
    transition: 'INTELLIGENT_TIERING',
    name: 'Intelligent tiering',
    lines: [
      line('Storage (frequent access)', 'GB', 'aws.s3.intelligent-frequent-storage', 'frequent_access_storage_gb'),
      line(
        'Storage (infrequent access)',
        'GB',
        'aws.s3.intelligent-infrequent-storage',
        'infrequent_access_storage_gb',
      ),
      line(
        'Storage (archive instant access)',
        'GB',
        'aws.s3.intelligent-archive-instant-storage',
        'archive_instant_access_storage_gb',
        'used',
      ),
      line(
        'Storage (archive access)',
        'GB',
        'aws.s3.intelligent-archive-storage',
        'archive_access_storage_gb',
        'ARCHIVE_ACCESS',
      ),
      line(
        'Storage (deep archive access)',
        'GB',
        'aws.s3.intelligent-deep-archive-storage',
        'deep_archive_access_storage_gb',
        'DEEP_ARCHIVE_ACCESS',
      ),
      line('Monitoring and automation', '1k objects', 'aws.s3.intelligent-monitoring', 'monitored_objects'),
      writes('aws.s3.intelligent-tier1-requests'),
      reads('aws.s3.intelligent-tier2-requests'),
      transitions('aws.s3.intelligent-transitions'),
      scanned('aws.s3.intelligent-select-scanned'),
      returned('aws.s3.intelligent-select-returned'),
      earlyDelete(30, 'aws.s3.intelligent-early-delete'),
    ],
  },
  {
    usage: 'standard_infrequent_access',
    transition: 'STANDARD_IA',
    name: 'Standard - infrequent access',
    lines: [
      line('Storage', 'GB', 'aws.s3.standard-ia-storage', 'storage_gb'),
      writes('aws.s3.standard-ia-tier1-requests'),
      reads('aws.s3.standard-ia-tier2-requests'),
      transitions('aws.s3.standard-ia-transitions'),
      line('Retrievals', 'GB', 'aws.s3.standard-ia-retrieval', 'monthly_data_retrieval_gb'),
      scanned('aws.s3.standard-ia-select-scanned'),
      returned('aws.s3.standard-ia-select-returned'),
    ],
  },
  {
    usage: 'one_zone_infrequent_access',
    transition: 'ONEZONE_IA',
    name: 'One zone - infrequent access',
    lines: [
      line('Storage', 'GB', 'aws.s3.one-zone-ia-storage', 'storage_gb'),
      writes('aws.s3.one-zone-ia-tier1-requests'),
      reads('aws.s3.one-zone-ia-tier2-requests'),
      transitions('aws.s3.one-zone-ia-transitions'),
      line('Retrievals', 'GB', 'aws.s3.one-zone-ia-retrieval', 'monthly_data_retrieval_gb'),
      scanned('aws.s3.one-zone-ia-select-scanned'),
      returned('aws.s3.one-zone-ia-select-returned'),
    ],
  },
  {
    usage: 'glacier_instant_retrieval',
    transition: 'GLACIER_IR',
    name: 'Glacier instant retrieval',
    lines: [
      line('Storage', 'GB', 'aws.s3.glacier-instant-storage', 'storage_gb'),
      writes('aws.s3.glacier-instant-tier1-requests'),
      reads('aws.s3.glacier-instant-tier2-requests'),
      transitions('aws.s3.glacier-instant-transitions'),
      line('Retrievals', 'GB', 'aws.s3.glacier-instant-retrieval', 'monthly_data_retrieval_gb'),
    ],
  },
  {
    usage: 'glacier_flexible_retrieval',
    transition: 'GLACIER',
    name: 'Glacier flexible retrieval',
    lines: [
      line('Storage', 'GB', 'aws.s3.glacier-storage', 'storage_gb'),
      writes('aws.s3.glacier-tier1-requests'),
      reads('aws.s3.glacier-tier2-requests'),
      transitions('aws.s3.glacier-transitions'),
      ...glacierRetrievals('standard'),
      ...glacierSelects('standard'),
      ...glacierRetrievals('expedited'),
      ...glacierSelects('expedited'),
      ...glacierSelects('bulk'),
      earlyDelete(90, 'aws.s3.glacier-early-delete'),
    ],
  },
  {
    usage: 'glacier_deep_archive',
    transition: 'DEEP_ARCHIVE',
    name: 'Glacier deep archive',
    lines: [
      line('Storage', 'GB', 'aws.s3.deep-archive-storage', 'storage_gb'),
      writes('aws.s3.deep-archive-tier1-requests'),
      reads('aws.s3.deep-archive-tier2-requests'),
      transitions('aws.s3.deep-archive-transitions'),
      ...deepArchiveRetrievals('standard'),
      ...deepArchiveRetrievals('bulk'),
      earlyDelete(180, 'aws.s3.deep-archive-early-delete'),
    ],
  },
];

/** Requests and data; those in bulk are free. Requests cost what S3 lists for `RestoreObject`, and not what vaults of Glacier cost. */
function glacierRetrievals(speed: 'standard' | 'expedited'): readonly ClassLine[] {
  const requests = `monthly_${speed}_data_retrieval_requests`;
  return [
    line(`Retrieval requests (${speed})`, '1k requests', `aws.s3.glacier-${speed}-retrieval-requests`, requests),
    line(`Retrievals (${speed})`, 'GB', `aws.s3.glacier-${speed}-retrieval`, `monthly_${speed}_data_retrieval_gb`),
  ];
}

function glacierSelects(speed: 'standard' | 'expedited' | 'bulk'): readonly ClassLine[] {
  return ['scanned', 'returned'].map((what) => {
    const usage = `monthly_${speed}_select_data_${what}_gb`;
    return line(`Select data ${what} (${speed})`, 'GB', `aws.s3.glacier-${speed}-select-${what}`, usage, 'used');
  });
}

function deepArchiveRetrievals(speed: 'standard' | 'bulk'): readonly ClassLine[] {
  const requests = `monthly_${speed}_data_retrieval_requests`;
  return [
    line(`Retrieval requests (${speed})`, '1k requests', `aws.s3.deep-archive-${speed}-retrieval-requests`, requests),
    line(`Retrievals (${speed})`, 'GB', `aws.s3.deep-archive-${speed}-retrieval`, `monthly_${speed}_data_retrieval_gb`),
  ];
}
