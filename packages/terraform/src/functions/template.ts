import { convert } from '../values/convert.ts';
import { withMarks } from '../values/marking.ts';
import { quoteText } from '../values/quote.ts';
import { DYNAMIC, STRING } from '../values/type.ts';
import { typeOf, unknownValue, type Value } from '../values/value.ts';
import { isMistake, ValueError } from '../values/value-error.ts';
import { argumentAt, textAt } from './arguments.ts';
import { readText } from './filesystem.ts';
import type { FunctionContext, TemplateSource } from './function-context.ts';
import type { FunctionSpec, Parameter } from './function-spec.ts';

const VARIABLES: Parameter = { name: 'vars', type: DYNAMIC };

/** The name by which messages refer to a template that is no file. */
export const TEMPLATE_ARGUMENT = '<templatestring argument>';

/** The functions that render templates. */
export const TEMPLATE_FUNCTIONS: readonly FunctionSpec[] = [
  {
    name: 'templatefile',
    parameters: [{ name: 'path', type: STRING }, VARIABLES],
    returns: DYNAMIC,
    run: (args, _type, context) => {
      const path = textAt(args, 0);
      const text = readText(path, context);
      if (text.kind !== 'string') return unknownValue(DYNAMIC, text.kind === 'unknown' ? text.reasons : []);
      return render('templatefile', { name: path, text: text.value }, argumentAt(args, 1), context);
    },
  },
  {
    name: 'templatestring',
    parameters: [{ name: 'template', type: STRING }, VARIABLES],
    returns: STRING,
    run: (args, _type, context) => {
      const source = { name: TEMPLATE_ARGUMENT, text: textAt(args, 0) };
      const result = render('templatestring', source, argumentAt(args, 1), context);
      try {
        return convert(result, STRING);
      } catch (error) {
        if (isMistake(error)) throw new ValueError(`invalid template result: ${error.message}`);
        throw error;
      }
    },
  },
];

const VARIABLE_NAME = /^\p{L}[\p{L}\p{N}_]*$/u;

function render(
  name: 'templatefile' | 'templatestring',
  source: TemplateSource,
  variables: Value,
  context: FunctionContext,
): Value {
  const { kind } = typeOf(variables);
  if (kind !== 'object' && kind !== 'map') throw new ValueError('invalid vars value: must be a map', { argument: 1 });
  if (variables.kind !== 'object' && variables.kind !== 'map') return unknownValue(DYNAMIC);
  for (const key of variables.entries.keys()) {
    if (VARIABLE_NAME.test(key)) continue;
    throw new ValueError(
      `invalid template variable name ${quoteText(key)}: must start with a letter, followed by zero or more letters, digits, and underscores`,
      { argument: 1 },
    );
  }
  if (context.insideTemplate)
    throw new ValueError(`cannot recursively call ${name} from inside another template function`);
  if (context.renderTemplate === undefined) return unknownValue(DYNAMIC, [`${name}() cannot be rendered here`]);
  try {
    const rendered = context.renderTemplate(source, variables.entries, { ...context, insideTemplate: name });
    return withMarks(rendered, variables.marks);
  } catch (error) {
    if (!isMistake(error) || error.argument !== 0) throw error;
    // The text of a file is no argument.
    if (name === 'templatefile') throw new ValueError(error.message);
    throw new ValueError(`invalid template: ${error.message}`, { argument: 0 });
  }
}
