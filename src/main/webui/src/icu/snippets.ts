import { visit, type Argument } from './pattern';
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
  const others = new Set<string>();
  visit(scan(source).parts, (part) => {
    if (part.kind === 'argument' && !written.has(part.name)) {
      written.set(part.name, source.slice(part.from, part.to));
    } else if (part.kind === 'choice') {
      others.add(part.name);
    }
  });
  const names = new Set([...declared.map(({ name }) => name), ...written.keys(), ...others]);
  return [...names].map((name) => ({ name, text: written.get(name) ?? `{${name}}` }));
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
        uses.push({ name: nameOf(part, declared), ...part.nameSpan });
      }
    });
  }
  return uses;
}

function nameOf({ name }: Pick<Argument, 'name'>, declared: readonly DeclaredArgument[]): string {
  return /^\d+$/.test(name) ? declared[Number(name)]?.name ?? name : name;
}
