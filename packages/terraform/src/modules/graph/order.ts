/** Positions of a graph in an order in which each comes behind all that it needs. */
export interface Order {
  readonly order: readonly number[];
  /** Groups that need each other in a circle, and so have no order. */
  readonly cycles: readonly (readonly number[])[];
}

/**
 * orderGraph orders a graph by Tarjan's algorithm. It does not recurse, for chains of needs can be as long as the
 * configuration.
 */
export function orderGraph(needs: readonly (readonly number[])[]): Order {
  const UNSEEN = -1;
  const index = new Int32Array(needs.length).fill(UNSEEN);
  const low = new Int32Array(needs.length);
  const open = new Uint8Array(needs.length);
  const progress = new Int32Array(needs.length);
  const stack: number[] = [];
  const path: number[] = [];
  const order: number[] = [];
  const cycles: number[][] = [];
  let next = 0;

  const enter = (node: number) => {
    index[node] = low[node] = next++;
    open[node] = 1;
    stack.push(node);
    path.push(node);
  };
  const close = (node: number) => {
    const group: number[] = [];
    for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
      open[member] = 0;
      group.push(member);
      if (member === node) break;
    }
    group.reverse();
    order.push(...group);
    if (group.length > 1) cycles.push(group);
  };
  for (let start = 0; start < needs.length; start++) {
    if (index[start] !== UNSEEN) continue;
    enter(start);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const at = progress[node] ?? 0;
      const needed = needs[node]?.[at];
      if (needed !== undefined) {
        progress[node] = at + 1;
        if (index[needed] === UNSEEN) enter(needed);
        else if (open[needed] === 1) low[node] = Math.min(low[node] ?? 0, index[needed] ?? 0);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[node] ?? 0);
      if (low[node] === index[node]) close(node);
    }
  }
  return { order, cycles };
}
