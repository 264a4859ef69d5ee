/** The code of a symbol: its bits, the first of them lowest, and how many there are. */
export interface Code {
  readonly bits: number;
  readonly length: number;
}

const UNUSED: Code = { bits: 0, length: 0 };

/** makeCodes gives frequent symbols short codes: Huffman codes of limited length, as RFC 1951 orders them. */
export function makeCodes(frequencies: readonly number[], maxLength: number): readonly Code[] {
  return canonicalCodes(codeLengths(frequencies, maxLength));
}

/** canonicalCodes gives the codes that belong to lengths: in the order of the symbols, short ones first. */
export function canonicalCodes(lengths: readonly number[]): readonly Code[] {
  const codes = lengths.map(() => UNUSED);
  let next = 0;
  for (let length = 1; length <= Math.max(0, ...lengths); length++) {
    next *= 2;
    for (const [symbol, wanted] of lengths.entries()) {
      if (wanted === length) codes[symbol] = { bits: reversed(next++, length), length };
    }
  }
  return codes;
}

function reversed(bits: number, length: number): number {
  let result = 0;
  for (let rest = bits, count = length; count > 0; count--, rest >>= 1) result = (result << 1) | (rest & 1);
  return result;
}

/** totalBits gives how many bits symbols take with these codes. */
export function totalBits(codes: readonly Code[], frequencies: readonly number[]): number {
  return frequencies.reduce((sum, frequency, symbol) => sum + frequency * (codes[symbol]?.length ?? 0), 0);
}

function codeLengths(frequencies: readonly number[], maxLength: number): number[] {
  const lengths = frequencies.map(() => 0);
  const symbols = frequencies
    .map((frequency, symbol) => ({ frequency, symbol }))
    .filter(({ frequency }) => frequency > 0)
    .sort((a, b) => a.frequency - b.frequency || a.symbol - b.symbol);
  if (symbols.length <= 2) {
    for (const { symbol } of symbols) lengths[symbol] = 1;
    return lengths;
  }
  const rows = packageRows(
    symbols.map(({ frequency }) => frequency),
    Math.min(maxLength, symbols.length - 1),
  );
  const counts = leavesUsed(rows, symbols.length);
  // Row by row from the top, fewer symbols are left that need a longer code. The rarest come first in the list.
  let end = symbols.length;
  for (const [row, count] of counts.entries()) {
    const start = counts[row + 1] ?? 0;
    for (const { symbol } of symbols.slice(start, Math.min(end, count))) lengths[symbol] = row + 1;
    end = start;
  }
  return lengths;
}

interface Item {
  readonly weight: number;
  readonly isLeaf: boolean;
}

/**
 * The rows of the package-merge algorithm, the top one first: in each row the symbols by their frequency, and among them
 * the pairs of neighbours from the row below. Of equal weights, pairs come first.
 */
function packageRows(frequencies: readonly number[], depth: number): readonly (readonly Item[])[] {
  const leaves = frequencies.map((weight): Item => ({ weight, isLeaf: true }));
  const rows: (readonly Item[])[] = [];
  let row: readonly Item[] = leaves;
  for (let level = 1; level <= depth; level++) {
    rows.unshift(row);
    row = merged(leaves, pairs(row));
  }
  return rows;
}

function pairs(row: readonly Item[]): readonly Item[] {
  const result: Item[] = [];
  for (let index = 0; index + 1 < row.length; index += 2) {
    result.push({ weight: (row[index]?.weight ?? 0) + (row[index + 1]?.weight ?? 0), isLeaf: false });
  }
  return result;
}

function merged(leaves: readonly Item[], others: readonly Item[]): readonly Item[] {
  const result: Item[] = [];
  let next = 0;
  for (const leaf of leaves) {
    for (let other = others[next]; other && other.weight <= leaf.weight; other = others[next]) {
      result.push(other);
      next++;
    }
    result.push(leaf);
  }
  return [...result, ...others.slice(next)];
}

/** How many symbols are used in each row: a symbol's code is as long as it is used in rows. */
function leavesUsed(rows: readonly (readonly Item[])[], symbols: number): readonly number[] {
  let needed = 2 * symbols - 2;
  return rows.map((row) => {
    const used = row.slice(0, needed);
    const leaves = used.filter(({ isLeaf }) => isLeaf).length;
    needed = 2 * (used.length - leaves);
    return leaves;
  });
}
