/** What becomes of costs by usage that nobody told: they make a cost unknown above what is known, or are left out of it. */
export type UntoldUsage = 'unknown' | 'left-out';
