/** withoutRepetitions writes once what the code of validators says again and again. */
export function withoutRepetitions(code: string): string {
  return withConstants(withPlaces(code))
    .replaceAll(/\n{2,}/g, '\n')
    .trim();
}

/** Writes places in schemas from the root on, also those in definitions, and their starts only once. */
function withPlaces(code: string): string {
  const starts = new Map<string, string>();
  const written = code.split(/^(?=function )/m).map((text) => {
    const definition = /^\/\*# sourceURL="schema:\w+(.*)" \*\/;$/m.exec(text)?.[1] ?? '';
    return text.replace(/^\/\*# sourceURL=.*$/m, '').replaceAll(/, "#(\/[^"]*)"(?=, \{)/g, (_, place: string) => {
      const [whole, start = '', end] = /^(.*\/(?:properties|items)\/)?(.*)$/.exec(`#${definition}${place}`) ?? [];
      if (start === '') return `, "${whole}"`;
      const name = starts.get(start) ?? `place${starts.size}`;
      starts.set(start, name);
      return `, ${name} + "${end}"`;
    });
  });
  return [...starts].map(([start, name]) => `const ${name} = "${start}";\n`).join('') + written.join('');
}

/** Writes what mistakes tell of the schema, such as its values and patterns, as constants. The schema itself is left out. */
function withConstants(code: string): string {
  const schemas = new Map<string, unknown>();
  const constants = new Map<string, string>();
  const constant = (value: unknown): string => {
    const text = JSON.stringify(value);
    const name = constants.get(text) ?? `value${constants.size}`;
    constants.set(text, name);
    return name;
  };
  const withoutSchemas = code.replaceAll(/^const (schema\d+) = (.*);$/gm, (_, name: string, text: string) => {
    schemas.set(name, JSON.parse(text));
    return '';
  });
  const written = withoutSchemas
    .replaceAll(/\b(schema\d+)((?:\.[\w$]+|\["[^"]*"\]|\[\d+\])+)/g, (_, name: string, path: string) =>
      constant(partAt(schemas.get(name), path)),
    )
    .replaceAll(/new RegExp\(("(?:[^"\\]|\\.)*"), "u"\)/g, (_, pattern: string) => {
      return `/* @__PURE__ */ new RegExp(${constant(JSON.parse(pattern))}, "u")`;
    })
    .replaceAll(
      /\{pattern: ("(?:[^"\\]|\\.)*")\}/g,
      (_, pattern: string) => `{pattern: ${constant(JSON.parse(pattern))}}`,
    );
  const values = [...constants].map(([text, name]) => `const ${name} = ${text};\n`).join('');
  return values + withParams(written);
}

/** Writes once what mistakes of the same kind tell: the type, the limit, the values, the pattern. */
function withParams(code: string): string {
  const params = new Map<string, string>();
  const written = code.replaceAll(
    /(?<=^add\(.*, )\{(?:type|limit|comparison|allowedValues|allowedValue|pattern): [^{}]*\}(?=\)|, \{)/gm,
    (text) => {
      const name = params.get(text) ?? `params${params.size}`;
      params.set(text, name);
      return name;
    },
  );
  return [...params].map(([text, name]) => `const ${name} = ${text};\n`).join('') + written;
}

/** The part of a schema that code such as `.properties["a-b"].allOf[0]` reads. */
function partAt(schema: unknown, path: string): unknown {
  let part = schema;
  for (const [, name, quoted, index] of path.matchAll(/\.([\w$]+)|\["([^"]*)"\]|\[(\d+)\]/g)) {
    part = Object(part)[name ?? quoted ?? index ?? ''];
  }
  return part;
}
