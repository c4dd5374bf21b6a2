import type { Ref } from 'react';
import { PatternEditor, type Finding } from '../../../icu/PatternEditor';
import { Preview } from '../../../icu/Preview';
import { Field } from '../../../components/Field';
import { useLabels } from '../../../labels/LabelProvider';
import type { AfterSave, PatternEditorHandle } from '../contract';
import type { TextContent } from '../editing/content';
import { useWorkspace } from '../workspace';
import { isListedOnPage } from './listedFindings';
import type { OpenText } from './useOpenText';

interface Props {
  open: OpenText;
  editor: Ref<PatternEditorHandle>;
  autoFocus: boolean;
  onChange: (content: TextContent) => void;
  onSave: (then: AfterSave) => void;
}

/** The fields of a text: its message, and the description that goes with it. */
export function TextForm({ open, editor, autoFocus, onChange, onSave }: Props) {
  const { t, locale: language } = useLabels();
  const { catalog, locale, direction } = useWorkspace();
  const { content, source, message, text, loaded } = open;
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(locale) ?? locale;
  const declared = (message.arguments ?? []).map(({ example, ...argument }) => (example ? { ...argument, example } : argument));
  const hasDescription = [source?.description, text?.description, content.description].some((it) => (it ?? '') !== '');
  return (
    <div className="translate-form">
      <PatternEditor
        ref={editor}
        value={content.message}
        onChange={(value) => onChange({ message: value, description: content.description })}
        syntax={loaded.syntax}
        locale={locale}
        direction={direction}
        source={source?.message ?? ''}
        arguments={declared}
        findings={patternFindings(open)}
        onSave={onSave}
        autoFocus={autoFocus}
        label={t('translate.textIn', { language: name })}
      />
      <Preview
        catalog={catalog}
        messageKey={message.key}
        locale={locale}
        direction={direction}
        syntax={loaded.syntax}
        value={content.message}
        source={source?.message ?? ''}
        sourceSyntax={source?.syntax ?? loaded.syntax}
        arguments={declared}
      />
      {hasDescription && (
        <Field
          label={t('translate.description')}
          multiline
          lang={locale}
          value={content.description}
          onChange={(value) => onChange({ message: content.message, description: value })}
        />
      )}
    </div>
  );
}

function patternFindings({ findings }: OpenText): Finding[] {
  return findings.filter(({ part }) => part === 'message').map((finding) => ({
    check: finding.check, severity: finding.severity, message: finding.detail, range: { from: finding.start, to: finding.end },
    isListed: isListedOnPage(finding),
  }));
}
