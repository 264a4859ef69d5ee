export { type Commit, type CommitHistory, type CommitHistoryOptions, commitHistory } from './commit-history.ts';
export { type FoundRepository, findRepository, realPath } from './find-repository.ts';
export { folderTree } from './folder-tree.ts';
export { type GitTree, type GitTreeOptions, gitTree, gitTrees } from './git-tree.ts';
export { memoryTree } from './memory-tree.ts';
export type { SourceTree, TreeEntry } from './source-tree.ts';
export { treePath } from './tree-path.ts';
export { withFiles } from './with-files.ts';
