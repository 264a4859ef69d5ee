import type { Account } from './account.ts';

/** A release. */
export interface Release {
  readonly id: number;
  readonly author: Account;
  tag: string;
  target: string;
  name: string | null;
  body: string | null;
  draft: boolean;
  prerelease: boolean;
  /** As asked for: `legacy` decides by date, `false` keeps it from being the latest. */
  makeLatest: 'true' | 'false' | 'legacy';
  readonly createdAt: Date;
  publishedAt: Date | null;
  updatedAt: Date;
}

/** A file of a release. */
export interface Asset {
  readonly id: number;
  readonly release: number;
  readonly uploader: Account;
  name: string;
  label: string | null;
  readonly contentType: string;
  readonly content: Buffer;
  readonly createdAt: Date;
  updatedAt: Date;
  downloads: number;
}
