/** Input that cannot be used: a damaged shard, a usage file that is none, a family that is declared wrong. */
export class PricingError extends Error {
  override readonly name = 'PricingError';
  /** Where, as the user calls it: `usage.yml:3:5`, `book/aws/ebs.tsv:7`. */
  readonly place: string;

  constructor(place: string, message: string) {
    super(`${place}: ${message}`);
    this.place = place;
  }
}
