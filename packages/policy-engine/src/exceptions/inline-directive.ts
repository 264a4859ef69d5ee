import { isDay } from '../documents/day.ts';
import { suggestion } from '../documents/nearest.ts';
import { quote } from '../documents/quote.ts';

/** A mistake at an offset of the text, with the mend. */
export interface DirectiveMistake {
  readonly offset: number;
  readonly message: string;
}

/** What stands behind `tollgate:ignore`. */
export interface Directive {
  readonly rules: readonly string[];
  /** Values without their quotes, by name. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly mistakes: readonly DirectiveMistake[];
}

const attributeNames = ['until', 'reason', 'approver', 'evidence'] as const;

/** The most characters of a comment's line, and of what it says as a whole: it can come from a stranger's pull request. */
const maxLength = 4_000;

/** parseDirective reads rules and attributes from an offset to the end of the text. */
export function parseDirective(text: string, start: number): Directive {
  const reader = new DirectiveReader(text, start);
  if (text.length - start > maxLength) {
    reader.report(start, `This comment is longer than ${maxLength} characters. Say it shorter, and link to the rest.`);
  } else {
    reader.readRules();
    reader.readAttributes();
    reader.checkComplete();
  }
  return { rules: [...reader.rules], attributes: reader.attributes, mistakes: reader.mistakes };
}

class DirectiveReader {
  readonly rules = new Set<string>();
  readonly attributes = new Map<string, string>();
  readonly mistakes: DirectiveMistake[] = [];
  readonly #text: string;
  readonly #start: number;
  #at: number;

  constructor(text: string, start: number) {
    this.#text = text;
    this.#start = start;
    this.#at = start;
  }

  report(offset: number, message: string): void {
    this.mistakes.push({ offset, message });
  }

  readRules(): void {
    do {
      this.#skip(/[\s,]*/y);
      const offset = this.#at;
      const rule = this.#take(/[^\s,="]+/y);
      if (rule === '') break;
      if (this.#isBefore(/\s*=/y)) {
        this.#at = offset;
        break;
      }
      if (/^([\w.-]+\/)?([\w.-]+|\*)$/.test(rule) && rule !== '*') this.rules.add(rule);
      else this.report(offset, `${quote(rule)} is no name of a rule. Write "rule", "policy/rule" or "policy/*".`);
    } while (this.#isBefore(/\s*,/y));
    if (this.rules.size === 0 && this.mistakes.length === 0) {
      this.report(this.#start, 'The comment names no rule. Write the rule behind "tollgate:ignore".');
    }
  }

  readAttributes(): void {
    for (;;) {
      this.#skip(/\s*/y);
      const offset = this.#at;
      if (offset >= this.#text.length) return;
      const name = this.#take(/[\w-]+(?=\s*=)/y);
      if (name === '') {
        const word = this.#take(/\S+/y);
        this.report(offset, `${quote(word)} has no meaning here. Put the reason in quotes: reason="…".`);
        // What follows is most likely the same sentence, and one complaint is enough.
        this.#skip(/(?:(?![\w-]+\s*=)\S+\s*|\s+)*/y);
        continue;
      }
      this.#skip(/\s*=(?:[ \t]*(?="))?/y);
      const value = this.#readValue(name);
      if (value === null) return;
      this.#set(name, value, offset);
    }
  }

  checkComplete(): void {
    if (this.mistakes.length > 0) return;
    if (!this.attributes.has('until')) {
      this.report(this.#start, 'The exception has no last day. Add until= and a day, such as until=2026-12-01.');
    }
    if (!this.attributes.has('reason')) this.report(this.#start, 'The exception has no reason. Add reason="…".');
  }

  #set(name: string, { text, offset }: { text: string; offset: number }, nameOffset: number): void {
    if (!attributeNames.some((known) => known === name)) {
      this.report(nameOffset, `An exception has no ${quote(name)}.${suggestion(name, attributeNames)}`);
    } else if (this.attributes.has(name)) {
      this.report(nameOffset, `${quote(name)} is given twice. Keep one of them.`);
    } else if (text.trim() === '') {
      this.report(offset, `${quote(name)} is empty. Say something there${name === 'reason' ? ': reason="…"' : ''}.`);
    } else if (name === 'until' && !isDay(text)) {
      this.report(offset, `${quote(text)} is no day. Write year, month and day, such as 2026-12-01.`);
    } else {
      this.attributes.set(name, text);
    }
  }

  #readValue(name: string): { text: string; offset: number } | null {
    const offset = this.#at;
    if (this.#text[offset] !== '"') return { text: this.#take(/[^\s"]*/y), offset };
    const quoted = this.#take(/"(?:[^"\\]|\\.)*"/y);
    if (quoted === '') {
      this.report(offset, `The quotes of ${quote(name)} are not closed. Close them with ".`);
      return null;
    }
    return { text: quoted.slice(1, -1).replaceAll(/\\(.)/g, '$1'), offset: offset + 1 };
  }

  #skip(pattern: RegExp): void {
    this.#take(pattern);
  }

  #isBefore(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text);
  }

  /** Takes what a sticky pattern matches at this place. */
  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [taken = ''] = pattern.exec(this.#text) ?? [];
    this.#at += taken.length;
    return taken;
  }
}
