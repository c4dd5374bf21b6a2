import { useMemo, useState } from 'react';
import { usePreview, type PreviewSample } from '../api/preview';
import { Choice } from '../components/Choice';
import { useLabels } from '../labels/LabelProvider';
import { PreviewError } from './PreviewError';
import { samplesOf, type Sample } from './samples';
import type { DeclaredArgument, Syntax } from './types';
import { useCategories } from './useCategories';
import { useDebounced } from './useDebounced';
import './icu.css';

interface Props {
  catalog: string;
  messageKey: string;
  locale: string;
  direction: 'ltr' | 'rtl';
  syntax: Syntax;
  value: string;
  /** The source text, from which pseudo-locales are made. */
  source: string;
  sourceSyntax: Syntax;
  arguments: readonly DeclaredArgument[];
}

const DEBOUNCE_MILLISECONDS = 120;
const TARGET = 'target';
type Shown = typeof TARGET | 'en-XA' | 'ar-XB' | 'en-XK';

/** The text as apps will show it: rendered by the service, with the examples of the arguments and for each form. */
export function Preview({ catalog, messageKey, locale, direction, syntax, value, source, sourceSyntax, arguments: declared }: Props) {
  const { t, locale: language } = useLabels();
  const [shown, setShown] = useState<Shown>(TARGET);
  const isTarget = shown === TARGET;
  const text = useDebounced(isTarget ? value : source, DEBOUNCE_MILLISECONDS);
  const tag = isTarget ? locale : shown;
  const cardinal = useCategories(isTarget ? locale : 'en', 'plural');
  const ordinal = useCategories(isTarget ? locale : 'en', 'selectordinal');
  const samples = useMemo(() => samplesOf(text, declared, cardinal, ordinal), [text, declared, cardinal, ordinal]);
  const preview = usePreview(catalog, {
    locale: tag, syntax: isTarget ? syntax : sourceSyntax, text, key: messageKey, samples: samples.map(({ values }) => values),
  });
  const options = [
    { id: TARGET, text: new Intl.DisplayNames(language, { type: 'language' }).of(locale) ?? locale },
    { id: 'en-XA', text: t('icu.preview.accented') },
    { id: 'ar-XB', text: t('icu.preview.mirrored') },
    { id: 'en-XK', text: t('icu.preview.keys') },
  ] as const;
  return (
    <section className="icu-preview" aria-label={t('icu.preview.title')}>
      <header>
        <p className="icu-preview-title">{t('icu.preview.title')}</p>
        <Choice label={t('icu.preview.locale')} options={options} value={shown} onChange={setShown} />
      </header>
      {text === '' && <p className="hint">{t('icu.preview.empty')}</p>}
      {text !== '' && preview.isError && <PreviewError error={preview.error} text={text} />}
      {text !== '' && !preview.isError && preview.data && (
        <ul>
          {preview.data.slice(0, samples.length).map((rendered, index) => (
            <Rendered key={index} sample={samples[index]} rendered={rendered} tag={tag} direction={tag === 'ar-XB' ? 'rtl' : isTarget ? direction : 'ltr'} />
          ))}
        </ul>
      )}
    </section>
  );
}

interface RenderedProps {
  sample: Sample | undefined;
  rendered: PreviewSample;
  tag: string;
  direction: 'ltr' | 'rtl';
}

function Rendered({ sample, rendered, tag, direction }: RenderedProps) {
  const { t, locale } = useLabels();
  const list = (names: string[]) => new Intl.ListFormat(locale).format(names);
  return (
    <li>
      <span className="icu-preview-form muted" dir="auto">
        {sample?.form == null ? t('icu.preview.example') : sample.form === sample.value ? sample.form : `${sample.form} · ${sample.value}`}
      </span>
      <p className="icu-preview-text" dir={direction} lang={tag}>{rendered.text}</p>
      {rendered.missingArguments.length > 0 && <p className="hint">{t('icu.preview.missing', { names: list(rendered.missingArguments) })}</p>}
      {rendered.invalidArguments.length > 0 && <p className="error">{t('icu.preview.invalid', { names: list(rendered.invalidArguments) })}</p>}
    </li>
  );
}
