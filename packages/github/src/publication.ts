import { acceptedPermissions, isPermissionError } from './error.ts';

/** What became of something that was to be shown on GitHub. */
export type Publication =
  | { readonly kind: 'published'; readonly url: string }
  | { readonly kind: 'unchanged'; readonly url: string }
  /** Asked to leave well alone when there was nothing to change. */
  | { readonly kind: 'not-needed' }
  /** The token may only read, as on a pull request from a fork; `accepted` names the permissions that GitHub would take. */
  | { readonly kind: 'read-only'; readonly accepted: string | undefined };

/** Runs a publication and turns the refusal of a read-only token into a value; every other error goes on. */
export async function unlessReadOnly(publish: () => Promise<Publication>): Promise<Publication> {
  try {
    return await publish();
  } catch (error) {
    if (!isPermissionError(error)) throw error;
    return { kind: 'read-only', accepted: acceptedPermissions(error) };
  }
}
