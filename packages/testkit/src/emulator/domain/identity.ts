import type { Signature } from '../git/commits.ts';
import { emailOf } from '../shapes/commit.ts';
import type { Account } from '../state/account.ts';

/** How an account signs a commit that it makes through the API. */
export function signatureOf(account: Account, date: Date): Signature {
  return { name: account.login, email: emailOf(account), date };
}

/** How GitHub signs what it commits itself: merges and edits in the browser. */
export function githubSignature(date: Date): Signature {
  return { name: 'GitHub', email: 'noreply@github.com', date };
}
