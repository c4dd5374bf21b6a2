import type { ScanErrorKind, Span } from './pattern';

const SYNTAX_OR_SPACE = /[\p{Pattern_Syntax}\p{Pattern_White_Space}]/u;
const SPACE = /\p{Pattern_White_Space}/u;

/** Ends a scan at the first error. */
export class ScanFailure extends Error {
  constructor(readonly kind: ScanErrorKind, readonly at: number) {
    super(kind);
  }
}

/** A place in a text that moves forward. */
export class Cursor {
  protected at = 0;

  constructor(protected readonly text: string) {}

  protected skipIdentifier(): Span {
    const from = this.at;
    while (this.at < this.text.length && !SYNTAX_OR_SPACE.test(this.peek())) {
      this.at++;
    }
    return { from, to: this.at };
  }

  protected skipNumber(failure: ScanErrorKind): void {
    const from = this.at;
    while ('0123456789+-.'.includes(this.peek() || ' ')) {
      this.at++;
    }
    if (this.at === from || !Number.isFinite(Number(this.text.slice(from, this.at)))) {
      throw new ScanFailure(failure, from);
    }
  }

  protected skipSpace(): void {
    while (SPACE.test(this.peek())) {
      this.at++;
    }
  }

  protected expect(char: string, failure: ScanErrorKind, at: number): void {
    if (this.peek() !== char) {
      throw new ScanFailure(failure, at);
    }
    this.at++;
  }

  /** Something else was expected here; at the end of the text, the argument is not closed. */
  protected unexpected(expected: ScanErrorKind, argument: number): ScanFailure {
    return this.peek() === '' ? new ScanFailure('unclosed', argument) : new ScanFailure(expected, this.at);
  }

  /** Returns the next code unit, or an empty text at the end. */
  protected peek(): string {
    return this.text.charAt(this.at);
  }

  protected textOf(span: Span): string {
    return this.text.slice(span.from, span.to);
  }
}
