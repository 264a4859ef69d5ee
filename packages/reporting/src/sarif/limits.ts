/**
 * What GitHub code scanning takes; a file above any of these is refused as a whole, and of the results it shows some.
 * Source: GitHub Docs, "SARIF support for code scanning" and "SARIF results exceed limits", read on 2026-11-20.
 */
export const githubLimits: SarifLimits = {
  results: 25_000,
  shownResults: 5_000,
  rules: 25_000,
  relatedLocations: 100,
  ruleTags: 10,
  compressedBytes: 10_000_000,
};

/** The most of each part that a file may have. */
export interface SarifLimits {
  readonly results: number;
  /** How many results are shown, the most severe first. */
  readonly shownResults: number;
  readonly rules: number;
  /** Locations beside the first of a result, as many as are shown. */
  readonly relatedLocations: number;
  /** Tags of a rule, as many as are shown. */
  readonly ruleTags: number;
  /** The size of the file after gzip. */
  readonly compressedBytes: number;
}
