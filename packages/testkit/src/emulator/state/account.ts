import type { Ids } from '../ids.ts';

/** A user, a bot or an organization. */
export interface Account {
  readonly login: string;
  readonly id: number;
  readonly type: 'User' | 'Bot' | 'Organization';
}

/** The accounts of one emulator; an account is made the first time it is named. */
export class Accounts {
  readonly #byLogin = new Map<string, Account>();
  readonly #ids: Ids;

  constructor(ids: Ids) {
    this.#ids = ids;
  }

  user(login: string): Account {
    return this.#named(login, 'User');
  }

  organization(login: string): Account {
    return this.#named(login, 'Organization');
  }

  bot(login: string, id?: number): Account {
    return this.#named(login, 'Bot', id);
  }

  find(login: string): Account | undefined {
    return this.#byLogin.get(login.toLowerCase());
  }

  #named(login: string, type: Account['type'], id?: number): Account {
    const known = this.find(login);
    if (known !== undefined) return known;
    const account: Account = { login, id: id ?? this.#ids('account'), type };
    this.#byLogin.set(login.toLowerCase(), account);
    return account;
  }
}
