import { diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';

interface Props {
  before: string;
  after: string;
  lang: string;
}

/** A text with its changed words. */
export function Difference({ before, after, lang }: Props) {
  const words = useMemo(() => diffWordsWithSpace(before, after, { intlSegmenter: new Intl.Segmenter(lang, { granularity: 'word' }) }), [before, after, lang]);
  return (
    <p className="context-text" dir="auto" lang={lang}>
      {words.map(({ value, added, removed }, index) => (
        added ? <ins key={index}>{value}</ins> : removed ? <del key={index}>{value}</del> : <span key={index}>{value}</span>
      ))}
    </p>
  );
}
