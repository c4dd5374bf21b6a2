import { Cursor, ScanFailure } from './cursor';
import { isChoice, type Branch, type Choice, type ChoiceType, type Part, type Scan, type Span } from './pattern';

/** The part of a pattern that a text is: a whole message, or the content of a branch. */
export type Context = 'message' | ChoiceType;

const MAX_NESTING = 8;
const OFFSET = 'offset:';

/**
 * Scans a pattern of ICU MessageFormat by the rules of ICU's `MessagePattern` with optional apostrophes.
 *
 * An incomplete pattern yields the parts before its error.
 */
export function scan(text: string, context: Context = 'message'): Scan {
  const parts: Part[] = [];
  const scanner = new Scanner(text);
  try {
    scanner.scanAll(parts, context);
    return { parts, error: null };
  } catch (failure) {
    if (failure instanceof ScanFailure) {
      return { parts, error: { kind: failure.kind, at: failure.at } };
    }
    throw failure;
  }
}

class Scanner extends Cursor {
  scanAll(parts: Part[], context: Context): void {
    this.scanMessage(parts, context, 0);
    // ICU takes a closing brace outside of all arguments as text, but in a branch it ends the branch.
    while (this.at < this.text.length) {
      if (context !== 'message') {
        throw new ScanFailure('unopened', this.at);
      }
      this.at++;
      this.scanMessage(parts, context, 0);
    }
  }

  /** Stops at a closing brace or at the end. */
  private scanMessage(parts: Part[], context: Context, depth: number): void {
    const counts = context === 'plural' || context === 'selectordinal';
    while (this.at < this.text.length && this.peek() !== '}') {
      const char = this.peek();
      if (char === '\'') {
        this.scanApostrophe(parts, counts);
      } else if (char === '{') {
        this.scanArgument(parts, depth + 1);
      } else {
        if (char === '#' && counts) {
          parts.push({ kind: 'number', from: this.at, to: this.at + 1 });
        }
        this.at++;
      }
    }
  }

  private scanApostrophe(parts: Part[], counts: boolean): void {
    const from = this.at++;
    const next = this.peek();
    if (next === '\'') {
      this.at++;
      parts.push({ kind: 'quote', from, to: this.at, closed: true });
    } else if (next === '{' || next === '}' || (next === '#' && counts)) {
      const closed = this.skipQuoted();
      parts.push({ kind: 'quote', from, to: this.at, closed });
    }
  }

  /** Moves behind the apostrophe that ends a quotation; a doubled one does not. */
  private skipQuoted(): boolean {
    for (;;) {
      const end = this.text.indexOf('\'', this.at);
      if (end < 0) {
        this.at = this.text.length;
        return false;
      }
      this.at = end + 1;
      if (this.peek() !== '\'') {
        return true;
      }
      this.at++;
    }
  }

  private scanArgument(parts: Part[], depth: number): void {
    const from = this.at++;
    if (depth > MAX_NESTING) {
      throw new ScanFailure('nesting', from);
    }
    this.skipSpace();
    const nameSpan = this.skipIdentifier();
    const name = this.textOf(nameSpan);
    if (name === '') {
      throw this.unexpected('name', from);
    }
    this.skipSpace();
    const typeSpan = this.scanType(from);
    const type = typeSpan ? this.textOf(typeSpan) : '';
    if (typeSpan && isChoice(type)) {
      const choice: Choice = { kind: 'choice', from, to: from, name, nameSpan, type, typeSpan, headEnd: this.at, branches: [], closed: false };
      parts.push(choice);
      this.scanBranches(choice, depth);
      choice.to = this.at;
      choice.closed = true;
      return;
    }
    if (typeSpan) {
      this.skipStyle(from);
    }
    this.expect('}', 'unclosed', from);
    parts.push({ kind: 'argument', from, to: this.at, name, nameSpan, typeSpan, closed: true });
  }

  /** Returns the type after a comma. The position is then behind it, and for a type with branches behind the next comma. */
  private scanType(argument: number): Span | null {
    if (this.peek() !== ',') {
      if (this.peek() !== '}') {
        throw this.unexpected('name', argument);
      }
      return null;
    }
    this.at++;
    this.skipSpace();
    const span = this.skipIdentifier();
    if (span.from === span.to) {
      throw this.unexpected('type', argument);
    }
    this.skipSpace();
    if (isChoice(this.textOf(span))) {
      this.expect(',', 'branch', this.at);
    } else if (this.peek() !== ',' && this.peek() !== '}') {
      throw this.unexpected('type', argument);
    }
    return span;
  }

  /** Skips the style of a number or date. Braces in it are balanced, and apostrophes quote. */
  private skipStyle(argument: number): void {
    for (let depth = 0; this.at < this.text.length; this.at++) {
      const char = this.peek();
      if (char === '\'') {
        const end = this.text.indexOf('\'', this.at + 1);
        if (end < 0) {
          throw new ScanFailure('quote', this.at);
        }
        this.at = end;
      } else if (char === '{') {
        depth++;
      } else if (char === '}' && depth-- === 0) {
        return;
      }
    }
    throw new ScanFailure('unclosed', argument);
  }

  private scanBranches(choice: Choice, depth: number): void {
    const isPlural = choice.type !== 'select';
    for (;;) {
      this.skipSpace();
      if (this.peek() === '}') {
        if (!choice.branches.some(({ selector }) => selector === 'other')) {
          throw new ScanFailure('other', this.at);
        }
        this.at++;
        return;
      }
      if (isPlural && choice.branches.length === 0 && this.text.startsWith(OFFSET, this.at)) {
        this.at += OFFSET.length;
        this.skipSpace();
        this.skipNumber('offset');
        choice.headEnd = this.at;
      } else {
        this.scanBranch(choice, isPlural, depth);
      }
    }
  }

  private scanBranch(choice: Choice, isPlural: boolean, depth: number): void {
    const from = this.at;
    if (isPlural && this.peek() === '=') {
      this.at++;
      this.skipNumber('selector');
    } else {
      this.skipIdentifier();
    }
    const selectorSpan = { from, to: this.at };
    if (from === this.at) {
      throw this.unexpected('selector', choice.from);
    }
    this.skipSpace();
    const open = this.at;
    this.expect('{', 'branch', open);
    const parts: Part[] = [];
    const branch: Branch = { selector: this.textOf(selectorSpan), selectorSpan, content: { from: this.at, to: this.at }, parts };
    choice.branches.push(branch);
    this.scanMessage(parts, choice.type, depth);
    branch.content.to = this.at;
    this.expect('}', 'unclosed', open);
  }
}
