import type { Completion, CompletionContext, CompletionResult, CompletionSource } from '@codemirror/autocomplete';
import { pickedCompletion } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { fieldSyntax } from './highlighting';
import type { Snippet } from './snippets';

const NAME = /^[\p{L}\p{N}_]*$/u;
const MAX_NAME_LENGTH = 64;

/** Completes declared arguments after an opening brace, or after a percent sign in printf texts. */
export function argumentCompletion(snippets: () => readonly Snippet[]): CompletionSource {
  return (context: CompletionContext): CompletionResult | null => {
    const { syntax } = context.state.facet(fieldSyntax);
    const from = startOf(context, syntax === 'printf' ? '%' : '{');
    if (syntax === 'plain' || from === null) {
      return null;
    }
    return { from, options: snippets().map(optionOf), validFor: syntax === 'printf' ? /^%\S*$/ : /^\{[\p{L}\p{N}_]*$/u };
  };
}

/** Returns where the argument at the cursor begins. An apostrophe before it makes it text. */
function startOf({ state, pos }: CompletionContext, opening: string): number | null {
  const before = state.sliceDoc(Math.max(0, pos - MAX_NAME_LENGTH), pos);
  const at = before.lastIndexOf(opening);
  if (at < 0 || before.charAt(at - 1) === '\'' || !NAME.test(before.slice(at + 1))) {
    return null;
  }
  return pos - before.length + at;
}

/** Keeps the order of the declaration. */
function optionOf({ name, text }: Snippet, index: number): Completion {
  return { label: text, boost: -index, ...(text.startsWith('%') ? { detail: name } : {}), type: 'variable', apply: insertSnippet };
}

/** Replaces a closing brace that stands behind the cursor already. */
function insertSnippet(view: EditorView, completion: Completion, from: number, to: number): void {
  const end = completion.label.endsWith('}') && view.state.sliceDoc(to, to + 1) === '}' ? to + 1 : to;
  view.dispatch({
    changes: { from, to: end, insert: completion.label },
    selection: { anchor: from + completion.label.length },
    annotations: pickedCompletion.of(completion),
    userEvent: 'input.complete',
  });
}
