/** What is read of a file of policies. All of it may come from a stranger's pull request. */

/** The most bytes of one file. A policy has a few kilobytes. */
export const maxFileBytes = 512 * 1024;

/**
 * The most tokens of one file: texts, marks, spaces, line ends. The largest file of policies has 190,000; one of commas alone
 * has so many that the parser would take seconds over them.
 */
export const maxTokens = 250_000;

/** How deep lists and mappings may stand in each other. */
export const maxDepth = 64;

/** The most values of one document, each counted as often as aliases repeat it. */
export const maxValues = 100_000;

/** The most problems of one file that are listed. */
export const maxProblems = 100;
