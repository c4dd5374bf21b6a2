import type { Ref } from 'react';

export type Syntax = 'icu' | 'printf' | 'plain';

export interface DeclaredArgument {
  name: string;
  type: string;
  example?: string;
}

/** A finding of the checks of the service. */
export interface Finding {
  check: string;
  severity: 'error' | 'warning' | (string & {});
  message: string;
  /** Offsets in the value, in UTF-16 code units; absent for the whole value. */
  range?: { from: number; to: number };
  /** Whether the page lists the finding with its sentence; the editor then only marks it. */
  isListed: boolean;
}

/** What follows a save: stay at the message, open the next one, or approve and open the next one. */
export type AfterSave = 'stay' | 'next' | 'approve';

export interface PatternEditorHandle {
  focus(): void;
  /** Inserts a text at the cursor of the field that had the focus last; an argument such as `{when}` as the source writes it. */
  insert(text: string): void;
  /** Empties the field that had the focus last. */
  clear(): void;
  toggleSource(): void;
}

export interface PatternEditorProps {
  value: string;
  onChange(value: string): void;
  syntax: Syntax;
  locale: string;
  direction: 'ltr' | 'rtl';
  source: string;
  arguments: DeclaredArgument[];
  findings: Finding[];
  onSave(then: AfterSave): void;
  autoFocus?: boolean;
  label: string;
  ref?: Ref<PatternEditorHandle>;
}
