import { DYNAMIC, STRING } from '../values/type.ts';
import { isWhollyKnown, stringValue, unknownValue } from '../values/value.ts';
import { argumentAt, textAt } from './arguments.ts';
import type { FunctionSpec } from './function-spec.ts';
import { checkTextLength } from './limits.ts';
import { parseYaml } from './yaml-reader.ts';
import { writeYaml } from './yaml-writer.ts';

/** The functions for YAML. */
export const YAML_FUNCTIONS: readonly FunctionSpec[] = [
  {
    name: 'yamlencode',
    parameters: [{ name: 'value', type: DYNAMIC, nullable: true, dynamic: true }],
    returns: STRING,
    run: (args) => {
      const value = argumentAt(args, 0);
      if (!isWhollyKnown(value)) return unknownValue(STRING);
      const text = writeYaml(value);
      checkTextLength(text.length);
      return stringValue(text);
    },
  },
  {
    name: 'yamldecode',
    parameters: [{ name: 'src', type: STRING }],
    returns: DYNAMIC,
    mayReturnNull: true,
    run: (args) => parseYaml(textAt(args, 0)),
  },
];
