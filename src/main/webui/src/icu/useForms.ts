import { useState } from 'react';
import { emptyForms, isBlank, parseForms, writeForms, type FormsObstacle, type PatternForms } from './forms';
import type { Syntax } from './types';

interface State {
  /** The value and the source that came from outside last. */
  seen: string;
  source: string;
  syntax: Syntax;
  /** The value that the editor shows. */
  value: string;
  forms: PatternForms | null;
  obstacle: FormsObstacle;
  mode: 'forms' | 'source';
  /** Whether the text was typed as source. */
  isTyped: boolean;
}

export interface FormsState {
  mode: 'forms' | 'source';
  /** Null if the text cannot be edited as forms. */
  forms: PatternForms | null;
  obstacle: FormsObstacle;
  /** Why the text opened as source; `none` while somebody types. */
  notice: FormsObstacle;
  changeForms: (forms: PatternForms) => void;
  changeText: (text: string) => void;
  toggle: () => void;
}

/** Keeps the forms of a text. The view changes only on request or with another text, never while somebody types. */
export function useForms(value: string, source: string, syntax: Syntax, onChange: (value: string) => void): FormsState {
  const [stored, setState] = useState<State>(() => initial(value, source, syntax));
  let state = stored;
  if (state.source !== source || state.syntax !== syntax || (state.seen !== value && state.value !== value)) {
    state = initial(value, source, syntax);
    setState(state);
  } else if (state.seen !== value) {
    state = { ...state, seen: value };
    setState(state);
  }
  return {
    mode: state.forms ? state.mode : 'source',
    forms: state.forms,
    obstacle: state.obstacle,
    notice: state.isTyped ? 'none' : state.obstacle,
    changeForms: (forms) => {
      const written = isBlank(forms) ? '' : writeForms(forms);
      setState((before) => ({ ...before, value: written, forms }));
      onChange(written);
    },
    changeText: (text) => {
      setState((before) => ({ ...before, ...formsOf(text, source, syntax), value: text, mode: 'source', isTyped: true }));
      onChange(text);
    },
    toggle: () => setState((before) => {
      const read = formsOf(before.value, source, syntax);
      return before.mode === 'forms' ? { ...before, ...read, mode: 'source' } : { ...before, ...read, mode: read.forms ? 'forms' : 'source' };
    }),
  };
}

function initial(value: string, source: string, syntax: Syntax): State {
  const read = formsOf(value, source, syntax);
  return { seen: value, source, syntax, value, ...read, mode: read.forms ? 'forms' : 'source', isTyped: false };
}

/** Returns the forms of a text; those of an empty text are the forms of its source. */
function formsOf(value: string, source: string, syntax: Syntax): Pick<State, 'forms' | 'obstacle'> {
  if (syntax !== 'icu') {
    return { forms: null, obstacle: 'none' };
  }
  const parsed = parseForms(value === '' ? source : value);
  if (typeof parsed === 'string') {
    return { forms: null, obstacle: value === '' ? 'none' : parsed };
  }
  return { forms: value === '' ? emptyForms(parsed) : parsed, obstacle: 'none' };
}
