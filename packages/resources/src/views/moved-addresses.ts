import type { Evaluation } from '@tollgate/terraform';
import { type Address, type AddressStep, addressText, parseAddress, staticAddress } from '../address.ts';

/** Gives the address that `moved` blocks give to what had another one: itself when none of them is about it. */
export type FindNewAddress = (address: string) => string;

interface Move {
  readonly from: Address;
  readonly to: Address;
}

/** Beyond this, blocks lead in circles: nobody moves one resource so often. */
const mostSteps = 100;

/** Follows `moved` blocks, one after another. */
export function newAddresses(moved: Evaluation['moved']): FindNewAddress {
  const moves = Map.groupBy(moved.flatMap(moveOf), ({ from }) => staticAddress(from));
  const settled = new Map<string, string>();
  return (text) => {
    if (moves.size === 0) return text;
    const seen: string[] = [];
    let at = text;
    while (!settled.has(at) && seen.length < mostSteps) {
      seen.push(at);
      const next = nextAddress(at, moves);
      if (next === null) break;
      at = next;
    }
    const end = settled.get(at) ?? at;
    for (const address of seen) settled.set(address, end);
    return end;
  };
}

function moveOf({ from: fromText, to: toText }: Evaluation['moved'][number]): Move[] {
  const [from, to] = [parseAddress(fromText), parseAddress(toText)];
  if (from === null || to === null || (from.resource === null) !== (to.resource === null)) return [];
  return [{ from, to }];
}

function nextAddress(text: string, moves: ReadonlyMap<string, readonly Move[]>): string | null {
  const address = parseAddress(text);
  if (address === null) return null;
  for (const part of partsOf(address)) {
    for (const move of moves.get(staticAddress(part)) ?? []) {
      const moved = applyMove(address, move);
      if (moved !== null) return addressText(moved);
    }
  }
  return null;
}

/** The address itself, and the modules that it is in, the innermost first. */
function partsOf(address: Address): Address[] {
  const modules = address.modules.map((_, index) => ({
    modules: address.modules.slice(0, address.modules.length - index),
    resource: null,
  }));
  return [address, ...modules];
}

/**
 * Moves an address whose names are those of `from`. In front of the last name, a module without key in `from` stands for all of
 * its instances, since a block in a module is about each of them.
 */
function applyMove(address: Address, { from, to }: Move): Address | null {
  const outer = from.resource === null ? from.modules.length - 1 : from.modules.length;
  for (let index = 0; index < outer; index++) {
    const wanted = from.modules[index]?.key ?? '';
    if (wanted !== '' && wanted !== address.modules[index]?.key) return null;
  }
  const prefix = to.modules
    .slice(0, to.resource === null ? -1 : undefined)
    .map((step, index) => withKeyOf(step, from.modules[index], address.modules[index]));
  if (from.resource !== null && to.resource !== null && address.resource !== null) {
    const key = movedKey(address.resource.key, from.resource.key, to.resource.key);
    return key === null ? null : { modules: prefix, resource: { ...to.resource, key } };
  }
  const [last, wanted, given] = [to.modules.at(-1), from.modules.at(-1), address.modules[from.modules.length - 1]];
  if (last === undefined || wanted === undefined || given === undefined) return null;
  const key = movedKey(given.key, wanted.key, last.key);
  if (key === null) return null;
  const rest = address.modules.slice(from.modules.length);
  return { modules: [...prefix, { ...last, key }, ...rest], resource: address.resource };
}

function withKeyOf(to: AddressStep, from: AddressStep | undefined, given: AddressStep | undefined): AddressStep {
  const isSame = to.key === '' && from?.key === '' && from.name === to.name;
  return isSame && given !== undefined ? { ...to, key: given.key } : to;
}

/** The key after the move; null when the move is about another instance. Without keys in the block, all instances move. */
function movedKey(given: string, from: string, to: string): string | null {
  if (from === '' && to === '') return given;
  return given === from ? to : null;
}
