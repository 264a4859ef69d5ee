import { asList, isObject } from '../src/emulator/json.ts';

/**
 * differences gives where an answer lacks a member that a shape has, or has it with another type.
 *
 * @param shape as shapeOf makes it; `null` and an empty list say nothing about what may stand there
 */
export function differences(shape: unknown, answer: unknown, at = ''): string[] {
  if (shape === 'null' || shape === undefined || answer === null || answer === undefined) return [];
  if (Array.isArray(shape)) {
    const [inner] = shape;
    return Array.isArray(answer) ? differences(inner, asList(answer)[0], `${at}[0]`) : [`${at}: no list`];
  }
  if (isObject(shape)) {
    if (!isObject(answer)) return [`${at}: no object`];
    return Object.entries(shape).flatMap(([key, inner]) =>
      key in answer ? differences(inner, answer[key], `${at}.${key}`) : [`${at}.${key} is missing`],
    );
  }
  return typeof answer === shape ? [] : [`${at}: ${typeof answer}, not ${String(shape)}`];
}
