/** The document `pack.yml` that makes a folder a pack, checked against `schema/pack.json`. */
export interface PackDocument {
  readonly apiVersion: 'tollgate/v1';
  readonly kind: 'Pack';
  readonly metadata: {
    /** As it is used: `tags/required`. */
    readonly name: string;
    /** Semantic version. */
    readonly version: string;
    readonly description: string;
  };
}
