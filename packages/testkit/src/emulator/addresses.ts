/** The addresses of an emulator, laid out as on a GitHub server of one's own. */
export interface Addresses {
  /** Pages and git, for example `http://127.0.0.1:41234`. */
  readonly server: string;
  /** REST, `${server}/api/v3`. */
  readonly api: string;
  /** `${server}/api/graphql`. */
  readonly graphql: string;
  /** Release assets are uploaded to a host of their own on GitHub; here `${server}/api/uploads`. */
  readonly uploads: string;
}

export function createAddresses(server: string): Addresses {
  return { server, api: `${server}/api/v3`, graphql: `${server}/api/graphql`, uploads: `${server}/api/uploads` };
}
