import { didYouMean } from '@tollgate/hcl';
import { EXPRESSION_FUNCTION_NAMES, type FunctionRegistry } from '../functions/index.ts';
import { quoteText } from '../values/quote.ts';
import type { FoundFunction } from './scope.ts';

/** Which functions a module can call. */
export interface AvailableFunctions {
  /** The functions of the language. */
  readonly functions: FunctionRegistry;
  /**
   * The providers that the module requires, by local name, with their functions; undefined for providers whose functions
   * cannot be called here, so that their results are unknown.
   */
  readonly providers: ReadonlyMap<string, FunctionRegistry | undefined>;
}

/** findFunctionIn finds a function by the name by which it is called, or says why it cannot be called. */
export function findFunctionIn({ functions, providers }: AvailableFunctions, name: string): FoundFunction {
  const spec = functions.get(name);
  if (spec !== undefined) return { kind: 'function', spec };
  const parts = name.split('::');
  if (parts.length === 1) {
    const names = [...functions.keys().filter((known) => !known.includes('::')), ...EXPRESSION_FUNCTION_NAMES];
    const detail = `There is no function named ${quoteText(name)}.${didYouMean(name, names)}`;
    return { kind: 'missing', problem: { summary: 'Call to unknown function', detail } };
  }
  return findProviderFunction(providers, name, parts);
}

function findProviderFunction(
  providers: AvailableFunctions['providers'],
  name: string,
  [namespace = '', provider = '', ...rest]: readonly string[],
): FoundFunction {
  if (namespace !== 'provider') {
    return missing(
      `The function namespace ${quoteText(namespace)} is not valid. Provider function calls must use the "provider::" namespace prefix.`,
    );
  }
  const short = rest.at(-1);
  if (short === undefined) {
    return missing('The function call must include the provider name after the "provider::" prefix.');
  }
  if (rest.length > 1 || !providers.has(provider)) {
    return missing(
      `There is no function named ${quoteText(name)}. Ensure that provider name ${quoteText(provider)} is declared in ` +
        `this module's required_providers block, and that this provider offers a function named ${quoteText(short)}.`,
    );
  }
  const known = providers.get(provider);
  if (known === undefined) return { kind: 'unknown', reason: `function ${name}` };
  const spec = known.get(short);
  if (spec !== undefined) return { kind: 'function', spec };
  return missing(`The function ${quoteText(short)} is not available from the provider ${quoteText(provider)}.`);
}

function missing(detail: string): FoundFunction {
  return { kind: 'missing', problem: { summary: 'Unknown provider function', detail } };
}
