import type { GlobalRoutes, RepositoryRoutes } from '../context.ts';
import { accountRoutes } from './account.ts';
import { actionsRoutes } from './actions.ts';
import { checkRoutes } from './checks.ts';
import { codeScanningRoutes } from './code-scanning.ts';
import { commitRoutes } from './commits.ts';
import { contentRoutes } from './contents.ts';
import { deploymentRoutes } from './deployments.ts';
import { gitObjectRoutes } from './git-objects.ts';
import { gitRefRoutes } from './git-refs.ts';
import { issueCommentRoutes } from './issue-comments.ts';
import { issueRoutes } from './issues.ts';
import { labelRoutes } from './labels.ts';
import { pullRoutes } from './pulls.ts';
import { releaseAssetRoutes } from './release-assets.ts';
import { releaseRoutes } from './releases.ts';
import { repositoryRoutes } from './repositories.ts';
import { reviewCommentRoutes } from './review-comments.ts';
import { reviewRoutes } from './reviews.ts';
import { statusRoutes } from './statuses.ts';
import { teamRoutes } from './teams.ts';

/** All operations of repositories, one family a file. */
export const REPOSITORY_ROUTES: RepositoryRoutes = {
  ...actionsRoutes,
  ...checkRoutes,
  ...codeScanningRoutes,
  ...commitRoutes,
  ...contentRoutes,
  ...deploymentRoutes,
  ...gitObjectRoutes,
  ...gitRefRoutes,
  ...issueCommentRoutes,
  ...issueRoutes,
  ...labelRoutes,
  ...pullRoutes,
  ...releaseAssetRoutes,
  ...releaseRoutes,
  ...repositoryRoutes,
  ...reviewCommentRoutes,
  ...reviewRoutes,
  ...statusRoutes,
};

/** All operations outside of repositories. */
export const GLOBAL_ROUTES: GlobalRoutes = { ...accountRoutes, ...teamRoutes };
