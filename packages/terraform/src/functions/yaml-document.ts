import { type Document, parseAllDocuments, type YAMLError } from 'yaml';
import { ValueError } from '../values/value-error.ts';

/** Characters that no YAML text may contain. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters looked for
const CONTROL = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]/;
/** So many places may be written in ways that the parser, unlike Terraform, does not accept. */
const MAX_CORRECTIONS = 100;
const INDENTATION = ' '.repeat(256);

/** A document, and the text that positions in it refer to. */
export interface YamlSource {
  readonly document: Document;
  readonly source: string;
}

/** parseDocument reads the syntax of the only document of a YAML text. Throws ValueError. */
export function parseDocument(text: string): YamlSource {
  if (CONTROL.test(text)) throw new ValueError('control characters are not allowed');
  let source = text.replaceAll(/\r\n?|\x85/g, '\n');
  for (let corrections = 0; ; corrections++) {
    const documents = parse(source);
    const [document, second] = documents;
    const [problem] = [
      ...(document?.errors ?? []),
      ...(document?.warnings ?? []).filter(({ code }) => code === 'BAD_DIRECTIVE'),
    ];
    if (problem !== undefined) {
      const corrected = corrections < MAX_CORRECTIONS ? correct(source, problem) : undefined;
      if (corrected === undefined) throw new ValueError(describe(problem));
      source = corrected;
      continue;
    }
    if (document === undefined || (document.contents === null && !source.includes('---'))) {
      throw new ValueError('on line 1, column 1: missing start of document');
    }
    if (second !== undefined) throw new ValueError('on line 1, column 1: unexpected extra content after value');
    return { document, source };
  }
}

function parse(source: string): readonly Document[] {
  const documents = parseAllDocuments(source, {
    version: '1.1',
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
  });
  return 'empty' in documents ? [] : documents;
}

/** Within brackets, Terraform does not mind where a line begins, and takes a lone hyphen for a string. */
function correct(source: string, { code, pos, message }: YAMLError): string | undefined {
  const [at] = pos;
  if (code === 'BAD_INDENT' && message.startsWith('Flow ')) {
    const lineStart = source.lastIndexOf('\n', at - 1) + 1;
    if (source.slice(lineStart, at).trim() !== '') return undefined;
    return `${source.slice(0, lineStart)}${INDENTATION}${source.slice(lineStart)}`;
  }
  if (!HYPHEN_TROUBLE.has(code) || !LONE_HYPHEN.test(source.slice(at, at + 2))) return undefined;
  return `${source.slice(0, at)}"-"${source.slice(at + 1)}`;
}

const HYPHEN_TROUBLE = new Set<string>(['BLOCK_IN_FLOW', 'MULTILINE_IMPLICIT_KEY']);
const LONE_HYPHEN = /^-[,\]}]/;

function describe({ linePos, message }: YAMLError): string {
  const at = linePos?.[0];
  const [clause = ''] = message.split(/ at line | \(/);
  return `on line ${at?.line ?? 1}, column ${at?.col ?? 1}: ${clause.trim().replace(/[.:]$/, '')}`;
}
