/** A stretch of a text in UTF-16 code units. `to` is exclusive. */
export interface Span {
  from: number;
  to: number;
}

export type ChoiceType = 'plural' | 'select' | 'selectordinal';

export function isChoice(type: string): type is ChoiceType {
  return type === 'plural' || type === 'select' || type === 'selectordinal';
}

/** An argument without branches, such as `{name}` or `{count, number}`. */
export interface Argument extends Span {
  kind: 'argument';
  name: string;
  nameSpan: Span;
  typeSpan: Span | null;
  /** False while the closing brace is missing. */
  closed: boolean;
}

/** An argument with branches, such as `{count, plural, one {…} other {…}}`. */
export interface Choice extends Omit<Argument, 'kind' | 'typeSpan'> {
  kind: 'choice';
  type: ChoiceType;
  typeSpan: Span;
  /** The end of the comma after the type, or of the offset. */
  headEnd: number;
  branches: Branch[];
}

export interface Branch {
  selector: string;
  selectorSpan: Span;
  /** Between the braces. */
  content: Span;
  parts: Part[];
}

/** Text between apostrophes, or a doubled apostrophe. */
export interface Quote extends Span {
  kind: 'quote';
  closed: boolean;
}

/** A number sign that stands for the number of a plural. */
export interface NumberSign extends Span {
  kind: 'number';
}

export type Part = Argument | Choice | Quote | NumberSign;

export type ScanErrorKind = 'unclosed' | 'unopened' | 'name' | 'type' | 'selector' | 'branch' | 'offset' | 'other' | 'quote' | 'nesting';

export interface ScanError {
  kind: ScanErrorKind;
  at: number;
}

export interface Scan {
  /** Everything that is not plain text, in order. Complete up to the error. */
  parts: Part[];
  error: ScanError | null;
}

/** Visits all parts, including those in branches. */
export function visit(parts: readonly Part[], visitor: (part: Part) => void): void {
  for (const part of parts) {
    visitor(part);
    if (part.kind === 'choice') {
      part.branches.forEach((branch) => visit(branch.parts, visitor));
    }
  }
}
