import { visit } from './pattern';
import { scan } from './scan';
import { scanPrintf } from './scanPrintf';
import type { DeclaredArgument, Syntax } from './types';

/** How an argument is written in a text. */
export interface Snippet {
  name: string;
  text: string;
}

/** Returns how each argument is written, as in the source if it has it: `{when, date, long}`, `%2$s`. */
export function snippetsOf(syntax: Syntax, source: string, declared: readonly DeclaredArgument[]): Snippet[] {
  if (syntax === 'plain') {
    return [];
  }
  return syntax === 'icu' ? icuSnippets(source, declared) : printfSnippets(source, declared);
}

function icuSnippets(source: string, declared: readonly DeclaredArgument[]): Snippet[] {
  const written = new Map<string, string>();
  const others = new Map<string, string>();
  visit(scan(source).parts, (part) => {
    if (part.kind === 'argument' && !written.has(argumentName(part.name, declared))) {
      written.set(argumentName(part.name, declared), source.slice(part.from, part.to));
    } else if (part.kind === 'choice' && !others.has(argumentName(part.name, declared))) {
      others.set(argumentName(part.name, declared), `{${part.name}}`);
    }
  });
  const names = new Set([...declared.map(({ name }) => name), ...written.keys(), ...others.keys()]);
  return [...names].map((name) => ({ name, text: written.get(name) ?? others.get(name) ?? `{${name}}` }));
}

function printfSnippets(source: string, declared: readonly DeclaredArgument[]): Snippet[] {
  const conversions = scanPrintf(source);
  const count = Math.max(declared.length, ...conversions.map(({ argument }) => argument + 1));
  return Array.from({ length: count }, (_, index) => {
    const found = conversions.find(({ argument }) => argument === index);
    const conversion = found ? source.slice(found.from, found.to).replace(/^%(\d+\$|<)?/, '') : 's';
    return { name: declared[index]?.name ?? String(index), text: count === 1 ? `%${conversion}` : `%${index + 1}$${conversion}` };
  });
}

/** An argument where it is used. */
export interface Use {
  name: string;
  from: number;
  to: number;
}

/** Returns the arguments that a text uses. A position of an argument is the same as its name. */
export function usesOf(syntax: Syntax, text: string, declared: readonly DeclaredArgument[], parts = scan(text).parts): Use[] {
  const uses: Use[] = [];
  if (syntax === 'printf') {
    return scanPrintf(text).map(({ argument, from, to }) => ({ name: declared[argument]?.name ?? String(argument), from, to }));
  }
  if (syntax === 'icu') {
    visit(parts, (part) => {
      if (part.kind === 'argument' || part.kind === 'choice') {
        uses.push({ name: argumentName(part.name, declared), ...part.nameSpan });
      }
    });
  }
  return uses;
}

/** Returns the declared name of an argument that a text writes as its position, such as `{0}`; any other name as it is. */
export function argumentName(written: string, declared: readonly DeclaredArgument[]): string {
  return /^\d+$/.test(written) ? declared[Number(written)]?.name ?? written : written;
}
