/** When a comment is posted; one that is there already is kept up to date in every case but `never`. */
export const commentModes = ['always', 'on-finding', 'never'] as const;
export type CommentMode = (typeof commentModes)[number];
