import { visit, type Part, type ScanErrorKind, type Span } from './pattern';
import { scan, type Context } from './scan';
import { argumentName, snippetsOf, usesOf } from './snippets';
import type { DeclaredArgument, Syntax } from './types';

/** One field of the editor: the whole text, or a part of it. */
export interface FieldText {
  id: string;
  text: string;
  context: Context;
  /** Whether blanks at the start and at the end of the field are shown to readers. */
  startsText: boolean;
  endsText: boolean;
}

/** The field of a defect of the argument whose forms are edited. Its only correction is another name. */
export const CHOICE_ARGUMENT = 'argument';

export interface Edit extends Span {
  insert: string;
}

export type DefectKind = 'missing' | 'unknown' | 'renamed' | 'edgeBlank' | 'doubleBlank' | ScanErrorKind;

/** A local finding with an optional fix. */
export interface Defect {
  kind: DefectKind;
  severity: 'error' | 'warning';
  /** Null for a missing argument, which is inserted at the cursor. */
  field: string | null;
  range: Span | null;
  /** The argument concerned. */
  argument?: string;
  /** Its declared name, if it is known under another one. */
  declared?: string;
  fix?: Edit;
  /** Inserted at the cursor. */
  insertion?: string;
}

export interface Inspected {
  syntax: Syntax;
  source: string;
  declared: readonly DeclaredArgument[];
  /** The argument of the plural or select whose forms are the fields. */
  choice: string | null;
}

/** Finds errors of syntax, arguments that differ from the source, and doubtful blanks. Texts that are still empty have no defects. */
export function inspect(fields: readonly FieldText[], inspected: Inspected): Defect[] {
  if (fields.every(({ text }) => text === '')) {
    return [];
  }
  const { syntax } = inspected;
  const scans = fields.map((field) => ({ field, scanned: syntax === 'icu' ? scan(field.text, field.context) : { parts: [], error: null } }));
  const broken = scans.flatMap(({ field, scanned: { parts, error } }) => [
    ...(error ? [syntaxDefect(field, error.kind, error.at)] : []),
    ...parts.flatMap((part) => (part.kind === 'quote' && !part.closed ? [syntaxDefect(field, 'quote', part.from)] : [])),
  ]);
  const blanks = scans.flatMap(({ field, scanned }) => blankDefects(field, scanned.parts, inspected.source));
  return [...broken, ...(broken.length === 0 ? argumentDefects(scans.map(({ field, scanned }) => ({ field, parts: scanned.parts })), inspected) : []), ...blanks];
}

function syntaxDefect(field: FieldText, kind: ScanErrorKind, at: number): Defect {
  const end = field.text.length;
  const range = { from: Math.min(at, Math.max(0, end - 1)), to: Math.min(at + 1, end) };
  const defect: Defect = { kind, severity: 'error', field: field.id, range };
  const closing = kind === 'unclosed' ? '}' : kind === 'quote' ? '\'' : null;
  if (closing) {
    return { ...defect, fix: { from: end, to: end, insert: closing } };
  }
  return kind === 'unopened' ? { ...defect, fix: { from: at, to: at + 1, insert: '' } } : defect;
}

function argumentDefects(fields: { field: FieldText; parts: Part[] }[], { syntax, source, declared, choice }: Inspected): Defect[] {
  const used = fields.flatMap(({ field, parts }) => usesOf(syntax, field.text, declared, parts).map((use) => ({ ...use, field: field.id })));
  if (choice !== null) {
    used.push({ name: argumentName(choice, declared), from: 0, to: choice.length, field: CHOICE_ARGUMENT });
  }
  const present = new Set(used.map(({ name }) => name));
  const snippets = snippetsOf(syntax, source, declared);
  const known = new Set(snippets.map(({ name }) => name));
  const sourceUses = usesOf(syntax, source, declared);
  const expected = new Set(sourceUses.map(({ name }) => name));
  const missing = [...expected].filter((name) => !present.has(name));
  const unknown = known.size === 0 && source === '' ? [] : used.filter(({ name }) => !known.has(name));
  const [lost] = missing;
  if (lost !== undefined && missing.length === 1 && unknown.length > 0 && new Set(unknown.map(({ name }) => name)).size === 1 && syntax === 'icu') {
    const use = sourceUses.find(({ name }) => name === lost);
    const insert = use ? source.slice(use.from, use.to) : lost;
    return unknown.map(({ name, field, from, to }): Defect => ({
      kind: 'renamed', severity: 'error', field, range: { from, to }, argument: name, declared: insert, fix: { from, to, insert },
    }));
  }
  return [
    ...missing.map((name): Defect => {
      const insertion = snippets.find((snippet) => snippet.name === name)?.text;
      return { kind: 'missing', severity: 'error', field: null, range: null, argument: name, ...(insertion === undefined ? {} : { insertion }) };
    }),
    ...unknown.map(({ name, field, from, to }): Defect => ({ kind: 'unknown', severity: 'error', field, range: { from, to }, argument: name })),
  ];
}

function blankDefects(field: FieldText, parts: Part[], source: string): Defect[] {
  const { text, startsText, endsText } = field;
  const blank = (from: number, to: number, kind: 'edgeBlank' | 'doubleBlank'): Defect => {
    return { kind, severity: 'warning', field: field.id, range: { from, to }, fix: { from, to, insert: kind === 'edgeBlank' ? '' : ' ' } };
  };
  const found: Defect[] = [];
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  if (end === 0) {
    return text === '' ? [] : [blank(0, text.length, 'edgeBlank')];
  }
  if (startsText && start > 0 && source === source.trimStart()) {
    found.push(blank(0, start, 'edgeBlank'));
  }
  const syntaxSpans = spansOfSyntax(parts);
  for (const { 0: { length }, index } of text.matchAll(/ {2,}/g)) {
    if (index >= start && index + length <= end && !syntaxSpans.some(({ from, to }) => index >= from && index < to)) {
      found.push(blank(index, index + length, 'doubleBlank'));
    }
  }
  if (endsText && end < text.length && source === source.trimEnd()) {
    found.push(blank(end, text.length, 'edgeBlank'));
  }
  return found;
}

/** Returns the stretches that are not shown to readers: arguments, and what stands around their branches. */
export function spansOfSyntax(parts: readonly Part[]): Span[] {
  const spans: Span[] = [];
  visit(parts, (part) => {
    if (part.kind === 'argument') {
      spans.push(part);
    } else if (part.kind === 'choice') {
      let from = part.from;
      for (const { content } of part.branches) {
        spans.push({ from, to: content.from });
        from = content.to;
      }
      spans.push({ from, to: Math.max(from, part.to) });
    }
  });
  return spans;
}
