import fc from 'fast-check';

/** The input that generated expressions are about. Its integers are bigints, which all libraries take as `int`. */
export const INPUT = {
  r: {
    name: 'web',
    env: 'prod',
    count: 3n,
    on: true,
    nothing: null,
    ports: [22n, 80n, 443n],
    tags: { Owner: 'ops', Env: 'prod' },
  },
};

interface Expressions {
  readonly bool: string;
  readonly int: string;
  readonly text: string;
  readonly ints: string;
  readonly texts: string;
}

const { bool, int, text } = fc.letrec((tie: fc.LetrecTypedTie<Expressions>) => {
  const join = (separators: readonly string[], part: fc.Arbitrary<string>) =>
    fc.tuple(part, fc.constantFrom(...separators), part).map(([a, operator, b]) => `(${a} ${operator} ${b})`);
  const loop = (list: fc.Arbitrary<string>, macros: readonly string[], body: fc.Arbitrary<string>) =>
    fc
      .tuple(list, fc.constantFrom(...macros), body)
      .map(([source, macro, condition]) => `${source}.${macro}(x, ${condition})`);
  return {
    bool: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(
        'true',
        'false',
        'r.on',
        'has(r.tags.Owner)',
        'has(r.tags.Missing)',
        'has(r.nothing)',
        'r.missing',
      ),
      join(['&&', '||'], tie('bool')),
      tie('bool').map((operand) => `!${operand}`),
      join(['==', '!=', '<', '<=', '>', '>='], tie('int')),
      join(['==', '!=', '<', '>='], tie('text')),
      fc.tuple(tie('int'), tie('ints')).map(([a, b]) => `(${a} in ${b})`),
      fc.tuple(tie('text'), tie('texts')).map(([a, b]) => `(${a} in ${b})`),
      fc
        .tuple(tie('text'), fc.constantFrom('startsWith', 'endsWith', 'contains'), tie('text'))
        .map(([a, f, b]) => `${a}.${f}(${b})`),
      loop(
        tie('ints'),
        ['all', 'exists', 'exists_one'],
        fc.constantFrom('x > 50', 'x == 22', '10 / (x - 22) > 0', 'x % 2 == 0'),
      ),
      loop(tie('texts'), ['all', 'exists'], fc.constantFrom("x == 'web'", "x.startsWith('p')", 'size(x) > 2')),
      fc.tuple(tie('bool'), tie('bool'), tie('bool')).map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    ),
    int: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom('0', '1', '-7', '42', '9223372036854775807', 'r.count', 'r.ports[0]', 'r.ports[9]'),
      join(['+', '-', '*', '/', '%'], tie('int')),
      fc.oneof(tie('text'), tie('ints'), tie('texts')).map((value) => `size(${value})`),
    ),
    text: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(
        "''",
        "'web'",
        "'prod'",
        "'é🙂'",
        'r.name',
        'r.env',
        'r.tags.Owner',
        "r.tags['Env']",
        "r.tags['none']",
      ),
      join(['+'], tie('text')),
      tie('int').map((value) => `string(${value})`),
    ),
    ints: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom('r.ports', '[1, 2, 3]'),
      fc.array(tie('int'), { minLength: 1, maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
      loop(tie('ints'), ['map'], fc.constantFrom('x + 1', 'x * 2')),
      loop(tie('ints'), ['filter'], fc.constantFrom('x > 50', '100 / x > 3')),
    ),
    texts: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom("['web', 'prod']", "['ops']"),
      fc.array(tie('text'), { minLength: 1, maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
    ),
  };
});

/** Expressions that give a bool, an int or a string, or an error. */
export const expressions: fc.Arbitrary<string> = fc.oneof({ weight: 3, arbitrary: bool }, int, text);
/** Expressions that give a bool or an error. */
export const conditions: fc.Arbitrary<string> = bool;
