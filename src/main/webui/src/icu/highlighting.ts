import { Facet, Prec, RangeSetBuilder, type Range } from '@codemirror/state';
import { Decoration, Direction, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';
import { findInvisible } from './invisible';
import { visit, type Part } from './pattern';
import { scan, type Context } from './scan';
import { scanPrintf } from './scanPrintf';
import type { Syntax } from './types';

/** The data for highlighting and completion in a field. */
export interface FieldSyntax {
  syntax: Syntax;
  context: Context;
  /** Whether blanks at the start and at the end are at the edges of the text that readers see. */
  startsText: boolean;
  endsText: boolean;
}

export const fieldSyntax = Facet.define<FieldSyntax, FieldSyntax>({
  combine: ([first]) => first ?? { syntax: 'plain', context: 'message', startsText: true, endsText: true },
});

const keyword = Decoration.mark({ class: 'icu-keyword' });
const quote = Decoration.mark({ class: 'icu-quote' });
const numberSign = Decoration.mark({ class: 'icu-number' });
const brace = Decoration.mark({ class: 'icu-brace' });
const blank = Decoration.mark({ class: 'icu-blank' });
// One island over all of {user}, left to right, keeps its order inside of Arabic.
const argument = island('icu-argument');
const head = island('icu-head');
const signs = new Map<string, Decoration>();

function island(className: string): Decoration {
  return Decoration.mark({ class: className, attributes: { dir: 'ltr', spellcheck: 'false' }, bidiIsolate: Direction.LTR });
}

function invisibleSign(sign: string): Decoration {
  const present = signs.get(sign);
  if (present) {
    return present;
  }
  const decoration = Decoration.mark({ class: 'icu-invisible', attributes: { 'data-sign': sign } });
  signs.set(sign, decoration);
  return decoration;
}

interface Marks {
  tokens: DecorationSet;
  islands: DecorationSet;
}

class Highlighting {
  marks: Marks;

  constructor(view: EditorView) {
    this.marks = marksOf(view);
  }

  update(update: ViewUpdate): void {
    if (update.docChanged || update.startState.facet(fieldSyntax) !== update.state.facet(fieldSyntax)) {
      this.marks = marksOf(update.view);
    }
  }
}

/** Highlights arguments, keywords and quotations, and shows blanks and invisible characters. */
export const highlighting = ViewPlugin.fromClass(Highlighting, {
  provide: (plugin) => {
    const islands = (view: EditorView) => view.plugin(plugin)?.marks.islands ?? Decoration.none;
    return [
      Prec.high(EditorView.decorations.of((view) => view.plugin(plugin)?.marks.tokens ?? Decoration.none)),
      Prec.lowest(EditorView.decorations.of(islands)),
      EditorView.bidiIsolatedRanges.of(islands),
    ];
  },
});

function marksOf(view: EditorView): Marks {
  const text = view.state.doc.toString();
  const { syntax, context, startsText, endsText } = view.state.facet(fieldSyntax);
  const tokens: Range<Decoration>[] = [];
  const islands: Range<Decoration>[] = [];
  if (syntax === 'icu') {
    visit(scan(text, context).parts, (part) => markPart(part, text, tokens, islands));
  } else if (syntax === 'printf') {
    scanPrintf(text).forEach(({ from, to }) => islands.push(argument.range(from, to)));
  }
  findInvisible(text).forEach(({ at, sign }) => tokens.push(invisibleSign(sign).range(at, at + 1)));
  for (const { 0: { length }, index } of text.matchAll(/^ +| {2,}| +$/gm)) {
    const isSeam = (index === 0 && !startsText) || (index + length === text.length && !endsText);
    if (length > 1 || !isSeam) {
      tokens.push(blank.range(index, index + length));
    }
  }
  return { tokens: Decoration.set(tokens, true), islands: disjoint(islands) };
}

function markPart(part: Part, text: string, tokens: Range<Decoration>[], islands: Range<Decoration>[]): void {
  switch (part.kind) {
    case 'quote':
      tokens.push(quote.range(part.from, part.to));
      break;
    case 'number':
      tokens.push(numberSign.range(part.from, part.to));
      break;
    case 'argument':
      islands.push(argument.range(part.from, part.to));
      if (part.typeSpan) {
        tokens.push(keyword.range(part.typeSpan.from, part.typeSpan.to));
      }
      break;
    case 'choice':
      islands.push(head.range(part.from, part.headEnd));
      tokens.push(keyword.range(part.typeSpan.from, part.typeSpan.to));
      for (const { selectorSpan, content } of part.branches) {
        islands.push(head.range(selectorSpan.from, content.from));
        tokens.push(keyword.range(selectorSpan.from, selectorSpan.to));
        if (text.charAt(content.to) === '}') {
          tokens.push(brace.range(content.to, content.to + 1));
        }
      }
      if (part.closed) {
        tokens.push(brace.range(part.to - 1, part.to));
      }
  }
}

/** Builds the set in order; islands do not overlap. */
function disjoint(islands: Range<Decoration>[]): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  [...islands].sort((one, other) => one.from - other.from).forEach(({ from, to, value }) => builder.add(from, to, value));
  return builder.finish();
}
