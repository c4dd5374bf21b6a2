/** A part of a parsed ICU pattern: a literal, or an argument. `#` is an argument of the type `#`. */
export type Part = string | Argument;

export interface Argument {
  name: string;
  type: string;
  style: string;
  offset: number;
  branches?: Map<string, Part[]>;
}

/**
 * Parses an ICU MessageFormat pattern as ICU does by default (apostrophe mode DOUBLE_OPTIONAL).
 *
 * A pattern of a bundle is valid, because the service validates texts before it stores them.
 */
export function parsePattern(pattern: string): Part[] {
  let at = 0;

  function message(plural: Argument | undefined, nested: boolean): Part[] {
    const parts: Part[] = [];
    let literal = '';
    const flush = () => {
      if (literal) {
        parts.push(literal);
        literal = '';
      }
    };
    for (; at < pattern.length && !(nested && pattern[at] === '}'); at++) {
      const character = pattern[at]!;
      const next = pattern[at + 1];
      if (character === "'") {
        if (next === "'") {
          literal += "'";
          at++;
        } else if (next === '{' || next === '}' || (plural && next === '#')) {
          literal += quoted();
        } else {
          literal += "'";
        }
      } else if (character === '{') {
        flush();
        at++;
        parts.push(argument());
      } else if (character === '#' && plural) {
        flush();
        parts.push({ name: plural.name, type: '#', style: '', offset: plural.offset });
      } else {
        literal += character;
      }
    }
    flush();
    return parts;
  }

  /** Reads to the closing apostrophe, which may be missing, and leaves `at` on it. */
  function quoted(): string {
    let text = '';
    for (at++; at < pattern.length; at++) {
      if (pattern[at] === "'") {
        if (pattern[at + 1] !== "'") {
          break;
        }
        at++;
      }
      text += pattern[at];
    }
    return text;
  }

  function word(): string {
    const start = at;
    while (at < pattern.length && !/[,{}]/.test(pattern[at]!)) {
      at++;
    }
    return pattern.slice(start, at).trim();
  }

  /** Reads an argument after its opening brace, and leaves `at` on the closing one. */
  function argument(): Argument {
    const result: Argument = { name: word(), type: '', style: '', offset: 0 };
    if (pattern[at] === ',') {
      at++;
      result.type = word();
      if (pattern[at] === ',') {
        at++;
        if (/^(plural|select)/.test(result.type)) {
          branches(result);
        } else {
          const start = at;
          for (let depth = 0; at < pattern.length && (depth > 0 || pattern[at] !== '}'); at++) {
            depth += pattern[at] === '{' ? 1 : pattern[at] === '}' ? -1 : 0;
          }
          result.style = pattern.slice(start, at);
        }
      }
    }
    return result;
  }

  function branches(result: Argument) {
    const found = (result.branches = new Map());
    const offset = /^\s*offset:\s*(\S+)\s/.exec(pattern.slice(at));
    if (offset) {
      result.offset = Number(offset[1]);
      at += offset[0].length;
    }
    for (let selector = word(); pattern[at] === '{'; selector = word()) {
      at++;
      const parts = message(result.type === 'select' ? undefined : result, true);
      at++;
      if (!found.has(selector)) {
        found.set(selector, parts);
      }
    }
  }

  return message(undefined, false);
}
