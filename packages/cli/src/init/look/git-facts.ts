import type { SourceTree } from '@tollgate/terraform';

/** What a clone tells about where its repository is. */
export interface GitFacts {
  /** `main`; null when the clone does not tell. */
  readonly defaultBranch: string | null;
  /** Where `origin` is; null when there is none, or it is a folder. */
  readonly remote: Remote | null;
}

/** A repository on a server. */
export interface Remote {
  /** `github.com`. */
  readonly host: string;
  /** `owner/name`. */
  readonly repository: string;
}

/** Reads what the folder `.git` tells, without git. Nothing of the address of `origin` but host and name is kept: it can hold a token. */
export function gitFacts(gitFolder: SourceTree): GitFacts {
  const text = (path: string) => Buffer.from(gitFolder.readFile(path) ?? []).toString('utf8');
  const head = /^ref: refs\/remotes\/origin\/(\S+)\s*$/.exec(text('refs/remotes/origin/HEAD'));
  return { defaultBranch: head?.[1] ?? null, remote: remoteOf(originOf(text('config'))) };
}

/** The address of the remote `origin` in a git configuration; empty without one. */
function originOf(config: string): string {
  let section = '';
  for (const line of config.split('\n')) {
    section = /^\s*\[([^\]]*)\]/.exec(line)?.[1] ?? section;
    const url = /^\s*url\s*=\s*(\S+)\s*$/.exec(line)?.[1];
    if (section === 'remote "origin"' && url !== undefined) return url;
  }
  return '';
}

/** `https://github.com/owner/name.git`, `ssh://git@github.com/owner/name`, `git@github.com:owner/name.git`. */
function remoteOf(url: string): Remote | null {
  const address = /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.+)$/.exec(url);
  const [, host, path] = address ?? /^(?:[^@/]+@)([^/:]+):(.+)$/.exec(url) ?? [];
  if (host === undefined || path === undefined) return null;
  return { host, repository: path.replace(/\/+$/, '').replace(/\.git$/, '') };
}
