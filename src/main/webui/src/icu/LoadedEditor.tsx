import { useId, useImperativeHandle, useMemo } from 'react';
import { Button } from 'react-aria-components';
import { useAnnounce } from '../components/Announcements';
import { useLabels } from '../labels/LabelProvider';
import { CharacterMenu } from './CharacterMenu';
import { ChipRow } from './ChipRow';
import { ExactForms } from './ExactForms';
import { AFTER, BEFORE, formFields, SOURCE, sourceField, type EditorField } from './fields';
import { FindingList } from './FindingList';
import { diagnosticsOf, shownFindings } from './findingList';
import { FormLabel, useFormName } from './FormLabel';
import { addForm, parseForms, withArgument, withForm, withoutForm, type PatternForms } from './forms';
import { CHOICE_ARGUMENT, inspect, type Defect } from './inspection';
import { PatternField } from './PatternField';
import { argumentName, snippetsOf, type Snippet } from './snippets';
import type { PatternEditorProps } from './types';
import { useCategories } from './useCategories';
import { useEditorKeys } from './useEditorKeys';
import { useFieldViews } from './useFieldViews';
import { useForms } from './useForms';
import { useSettled } from './useSettled';
import { useStable } from './useStable';
import './icu.css';

/** The editor of a text: one field, or one for each plural form. */
export function LoadedEditor(props: PatternEditorProps) {
  const { value, syntax, locale, direction, source, findings, onSave, autoFocus = false, label, ref } = props;
  const { t } = useLabels();
  const announce = useAnnounce();
  const findingsId = useId();
  const state = useForms(value, source, syntax, props.onChange);
  const pattern = state.mode === 'forms' ? state.forms : null;
  const categories = useCategories(locale, pattern?.type ?? 'select');
  const sourceForms = useMemo(() => readForms(source), [source]);
  const fields = useMemo(
    () => (pattern ? formFields(pattern, sourceForms, categories) : [sourceField(value)]),
    [pattern, sourceForms, categories, value],
  );
  const snippets = useMemo(() => snippetsOf(syntax, source, props.arguments), [syntax, source, props.arguments]);
  const defects = useMemo(
    () => inspect(fields, { syntax, source, declared: props.arguments, choice: pattern?.argument ?? null }),
    [fields, syntax, source, props.arguments, pattern?.argument],
  );
  const shown = useMemo(() => shownFindings(defects, findings, fields, t), [defects, findings, fields, t]);
  const settled = useSettled(shown);
  const missingNames = defects.flatMap(({ kind, argument }) => (kind === 'missing' && argument ? [argument] : [])).join(' ');
  const missing = useMemo(() => new Set(missingNames.split(' ')), [missingNames]);
  const views = useFieldViews(fields.map(({ id }) => id));
  const formName = useFormName(pattern);
  // Braces and keywords are in order only from left to right.
  const isCode = pattern === null && value !== '' && (state.forms !== null || !['none', 'error'].includes(state.obstacle));

  const insert = useStable((snippet: Snippet) => {
    const field = fields.find(({ id }) => id === views.current);
    const isNumber = pattern !== null && pattern.type !== 'select' && field?.form != null
      && snippet.name === argumentName(pattern.argument, props.arguments);
    views.insert(isNumber ? '#' : snippet.text);
  });
  const insertCharacter = useStable((text: string) => {
    if (text.length === 2) {
      views.surround(text.charAt(0), text.charAt(1));
    } else {
      views.insert(text);
    }
  });
  const toggle = () => {
    if (pattern === null && state.forms === null) {
      announce(t(`icu.obstacle.${state.obstacle}`));
    } else {
      views.focusLater(pattern ? SOURCE : fieldAfterToggle(state.forms, sourceForms, categories));
      state.toggle();
    }
  };
  const fix = useStable((defect: Defect) => {
    if (defect.insertion !== undefined) {
      views.insert(defect.insertion);
    } else if (defect.field === CHOICE_ARGUMENT && pattern && defect.fix) {
      state.changeForms(withArgument(pattern, defect.fix.insert));
    } else if (defect.field !== null && defect.fix) {
      views.edit(defect.field, defect.fix);
    }
  });
  const change = (field: EditorField, text: string) => {
    if (pattern === null) {
      state.changeText(text);
    } else if (field.id === BEFORE || field.id === AFTER) {
      state.changeForms({ ...pattern, [field.id]: text });
    } else if (field.form !== null) {
      state.changeForms(withForm(pattern, field.form, text));
    }
  };
  const { isAwaitingDigit, onKeyDownCapture, stopAwaiting } = useEditorKeys({
    onSave,
    onToggle: toggle,
    onClear: views.clear,
    onDigit: (digit) => {
      const snippet = snippets[digit - 1];
      if (snippet) {
        insert(snippet);
      }
    },
  });
  const insertText = (text: string) => {
    const snippet = snippets.find(({ name }) => text === `{${name}}`);
    if (snippet) {
      insert(snippet);
    } else {
      views.insert(text);
    }
  };
  useImperativeHandle(ref, () => ({ focus: views.focus, insert: insertText, clear: views.clear, toggleSource: toggle }));
  return (
    <div className="icu-editor" role="group" aria-label={label} onKeyDownCapture={onKeyDownCapture} onBlur={stopAwaiting}>
      {pattern === null && state.notice !== 'none' && <p className="hint">{t(`icu.obstacle.${state.notice}`)}</p>}
      {fields.map((field, index) => {
        const name = formName(field);
        return (
          <div key={field.id} className={pattern ? 'icu-form' : undefined}>
            {pattern && <FormLabel field={field} name={name} />}
            <PatternField
              value={field.text}
              onChange={(text) => change(field, text)}
              onView={views.register(field.id)}
              onFocus={() => views.setActive(field.id)}
              label={name === null ? label : t('icu.formOf', { label, form: name })}
              describedBy={findingsId}
              isInvalid={shown.some((it) => it.severity === 'error' && (it.field === null || it.field === field.id))}
              syntax={syntax}
              context={field.context}
              startsText={field.startsText}
              endsText={field.endsText}
              locale={locale}
              direction={isCode ? 'ltr' : direction}
              snippets={snippets}
              diagnostics={diagnosticsOf(shown, field.id, fix)}
              autoFocus={autoFocus && index === 0}
            />
          </div>
        );
      })}
      <FindingList
        id={findingsId}
        findings={settled}
        nameOf={(id) => formName(fields.find((field) => field.id === id) ?? null)}
        onFix={fix}
      />
      {isAwaitingDigit && <p className="hint" role="status">{t('icu.insertByKey')}</p>}
      <div className="icu-tools">
        {snippets.length > 0 && <ChipRow snippets={snippets} missing={missing} onInsert={insert} isAwaitingDigit={isAwaitingDigit} />}
        {pattern && pattern.type !== 'select' && (
          <ExactForms
            present={pattern.forms.map(({ selector }) => selector).filter((selector) => selector.startsWith('='))}
            onAdd={(selector) => {
              views.focusLater(`form:${selector}`);
              state.changeForms(addForm(pattern, selector));
            }}
            onRemove={(selector) => state.changeForms(withoutForm(pattern, selector))}
          />
        )}
        <CharacterMenu onInsert={insertCharacter} />
        {(pattern !== null || state.forms !== null) && (
          <Button className="button quiet small" onPress={toggle}>{t(pattern ? 'icu.showSource' : 'icu.showForms')}</Button>
        )}
      </div>
    </div>
  );
}

function readForms(source: string): PatternForms | null {
  const parsed = parseForms(source);
  return typeof parsed === 'string' ? null : parsed;
}

function fieldAfterToggle(forms: PatternForms | null, source: PatternForms | null, categories: Parameters<typeof formFields>[2]): string {
  return forms === null ? SOURCE : formFields(forms, source, categories)[0]?.id ?? SOURCE;
}
