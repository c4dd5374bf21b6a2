import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { Annotation, Compartment, EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { useEffect, useEffectEvent, useRef } from 'react';
import { argumentCompletion } from './completion';
import { fieldSyntax, highlighting, type FieldSyntax } from './highlighting';
import type { Snippet } from './snippets';

interface Props extends FieldSyntax {
  value: string;
  onChange: (value: string) => void;
  /** Called with the view when it is created, and with null when it is removed. */
  onView: (view: EditorView | null) => void;
  onFocus: () => void;
  label: string;
  /** The id of the element that lists the findings. */
  describedBy: string;
  isInvalid: boolean;
  locale: string;
  direction: 'ltr' | 'rtl';
  snippets: readonly Snippet[];
  diagnostics: readonly Diagnostic[];
  autoFocus: boolean;
}

const fromOutside = Annotation.define<boolean>();
const COMPOSING_RETRY_MILLISECONDS = 200;

/** A text field that highlights a pattern. Tab leaves it. */
export function PatternField(props: Props) {
  const { value, syntax, context, startsText, endsText, label, describedBy, isInvalid, locale, direction, diagnostics } = props;
  const parent = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const settings = useRef(new Compartment());
  // Texts that were reported and have not come back yet. While somebody types, an older one is no change from outside.
  const echoes = useRef<string[]>([]);
  const current = useRef({ value, snippets: props.snippets });
  current.current = { value, snippets: props.snippets };

  const extension = () => settingsOf({ syntax, context, startsText, endsText, label, describedBy, isInvalid, locale, direction });
  const create = useEffectEvent((element: HTMLElement) => {
    const created = new EditorView({
      parent: element,
      state: EditorState.create({
        doc: value,
        extensions: [
          settings.current.of(extension()),
          EditorView.updateListener.of((update) => {
            if (update.docChanged && !update.transactions.some((transaction) => transaction.annotation(fromOutside))) {
              changed(update.state.doc.toString());
            }
            if (update.focusChanged && update.view.hasFocus) {
              focused();
            }
          }),
          ...baseExtensions(() => current.current.snippets),
        ],
      }),
    });
    view.current = created;
    viewed(created);
    if (props.autoFocus) {
      created.focus();
    }
    return created;
  });
  const changed = useEffectEvent((text: string) => {
    echoes.current.push(text);
    props.onChange(text);
  });
  const focused = useEffectEvent(() => props.onFocus());
  const viewed = useEffectEvent((created: EditorView | null) => props.onView(created));

  useEffect(() => {
    if (!parent.current) {
      return;
    }
    const created = create(parent.current);
    return () => {
      created.destroy();
      view.current = null;
      viewed(null);
    };
  }, []);

  const configure = useEffectEvent(() => view.current?.dispatch({ effects: settings.current.reconfigure(extension()) }));
  useEffect(() => {
    configure();
  }, [syntax, context, startsText, endsText, label, describedBy, isInvalid, locale, direction]);

  useEffect(() => {
    const shown = view.current;
    const echo = echoes.current.indexOf(value);
    echoes.current = echo < 0 ? [] : echoes.current.slice(echo + 1);
    if (echo < 0 && shown && shown.state.doc.toString() !== value) {
      shown.dispatch({ changes: { from: 0, to: shown.state.doc.length, insert: value }, annotations: fromOutside.of(true) });
    }
  }, [value]);

  // A new list with the same findings would redraw the field.
  const diagnosticsKey = diagnostics.map(({ from, to, severity, message }) => `${from} ${to} ${severity} ${message}`).join();
  const show = useEffectEvent(() => showWhenComposed(view, diagnostics));
  useEffect(() => show(), [diagnosticsKey]);

  return <div ref={parent} className="icu-field" />;
}

/** Marks in a text that is being composed would end the composition. */
function showWhenComposed(view: { current: EditorView | null }, diagnostics: readonly Diagnostic[]): () => void {
  let timer = 0;
  const show = () => {
    const shown = view.current;
    if (shown?.composing) {
      timer = window.setTimeout(show, COMPOSING_RETRY_MILLISECONDS);
    } else if (shown) {
      const { length } = shown.state.doc;
      shown.dispatch(setDiagnostics(shown.state, diagnostics.filter(({ to }) => to <= length)));
    }
  };
  show();
  return () => window.clearTimeout(timer);
}

type Settings = FieldSyntax & Pick<Props, 'label' | 'describedBy' | 'isInvalid' | 'locale' | 'direction'>;

function settingsOf({ label, describedBy, isInvalid, locale, direction, ...field }: Settings): Extension {
  return [
    fieldSyntax.of(field),
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-describedby': describedBy,
      'aria-invalid': String(isInvalid),
      dir: direction,
      lang: locale,
      spellcheck: 'true',
      autocorrect: 'on',
      autocapitalize: 'sentences',
    }),
  ];
}

function baseExtensions(snippets: () => readonly Snippet[]): Extension[] {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content;
  return [
    history(),
    // Not the default keymap: its Alt and Mod combinations belong to the page, and Tab leaves the field.
    keymap.of([...completionKeymap, ...standardKeymap, ...historyKeymap]),
    autocompletion({ override: [argumentCompletion(snippets)], icons: false, tooltipClass: () => 'icu-completion' }),
    highlighting,
    EditorView.lineWrapping,
    ...(nonce ? [EditorView.cspNonce.of(nonce)] : []),
  ];
}
