/** What has a number of its own. Each kind starts elsewhere, so that two kinds are never mixed up by accident. */
const STARTS = {
  account: 1_001,
  repository: 100_001,
  issue: 200_001,
  comment: 300_001,
  review: 400_001,
  reviewComment: 500_001,
  label: 600_001,
  checkSuite: 700_001,
  checkRun: 800_001,
  status: 900_001,
  deployment: 1_000_001,
  deploymentStatus: 1_100_001,
  environment: 1_200_001,
  release: 1_300_001,
  asset: 1_400_001,
  analysis: 1_500_001,
  workflow: 1_600_001,
  workflowRun: 1_700_001,
  artifact: 1_800_001,
  team: 1_900_001,
  app: 2_000_001,
  request: 1,
  sarif: 1,
  token: 1,
} as const;

export type IdKind = keyof typeof STARTS;

/** Counts up from the fixed start of a kind. */
export type Ids = (kind: IdKind) => number;

export function createIds(): Ids {
  const next = new Map<IdKind, number>();
  return (kind) => {
    const id = next.get(kind) ?? STARTS[kind];
    next.set(kind, id + 1);
    return id;
  };
}

/** The global identifier of an object, opaque as GitHub's are. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString('base64');
}
