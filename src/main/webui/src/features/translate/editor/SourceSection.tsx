import { useState } from 'react';
import type { DraftText } from '../../../api/draftTexts';
import type { MessageDetails } from '../../../api/messageDetails';
import { Choice } from '../../../components/Choice';
import { useLabels } from '../../../labels/LabelProvider';
import { useWorkspace } from '../workspace';
import { Difference } from '../context/Difference';

interface Props {
  message: MessageDetails;
  source: DraftText | null;
  text: DraftText | null;
}

const BESIDE = 'parlance.localeBeside';
const NONE = '';

/** The source text with its arguments, what changed in it, and another language beside it. */
export function SourceSection({ message, source, text }: Props) {
  const { t, locale: language } = useLabels();
  const { locale, sourceLocale } = useWorkspace();
  const [beside, setBeside] = useState(() => localStorage.getItem(BESIDE) ?? NONE);
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const others = (message.texts ?? []).filter((it) => it.locale !== locale && it.locale !== sourceLocale);
  const other = others.find((it) => it.locale === beside);
  const choose = (chosen: string) => {
    localStorage.setItem(BESIDE, chosen);
    setBeside(chosen);
  };
  return (
    <section className="translate-source" aria-label={t('translate.source', { language: names.of(sourceLocale) ?? sourceLocale })}>
      {locale !== sourceLocale && (
        <>
          <h3 className="translate-label">{names.of(sourceLocale)}</h3>
          {source
            ? <p className="translate-source-text" dir="auto" lang={sourceLocale}>{source.message}</p>
            : <p className="muted">{t('translate.noSource')}</p>}
          {source?.description && <p className="muted translate-source-text" dir="auto" lang={sourceLocale}>{source.description}</p>}
        </>
      )}
      {(message.arguments ?? []).length > 0 && (
        <ul className="translate-arguments" aria-label={t('translate.arguments')}>
          {(message.arguments ?? []).map(({ name, type, example }) => (
            <li key={name} className="translate-argument">
              <code dir="ltr">{name}</code>
              <span className="muted">{t('translate.argumentType', { type })}</span>
              {example ? <span className="muted" dir="auto">{example}</span> : null}
            </li>
          ))}
        </ul>
      )}
      {text?.stale && text.madeFrom && source && (
        <div className="translate-changed">
          <h3 className="translate-label">{t('translate.sourceChanged')}</h3>
          <Difference before={text.madeFrom.message} after={source.message} lang={sourceLocale} />
        </div>
      )}
      {others.length > 0 && (
        <div className="translate-beside">
          <Choice
            label={t('translate.beside')}
            options={[{ id: NONE, text: t('translate.besideNone') }, ...others.map((it) => ({ id: it.locale, text: names.of(it.locale) ?? it.locale }))]}
            value={other ? beside : NONE}
            onChange={choose}
          />
          {other && <p className="translate-source-text" dir="auto" lang={other.locale}>{other.message}</p>}
        </div>
      )}
    </section>
  );
}
