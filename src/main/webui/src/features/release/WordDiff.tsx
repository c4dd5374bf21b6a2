import { diffWordsWithSpace } from 'diff';
import { useMemo } from 'react';

interface Props {
  before: string;
  after: string;
  /** The language of the texts. */
  locale: string;
}

/** Two versions of a text as one, with the words that were removed and added. */
export function WordDiff({ before, after, locale }: Props) {
  const parts = useMemo(() => diffWordsWithSpace(before, after, { intlSegmenter: segmenter(locale) }), [before, after, locale]);
  return (
    <p className="release-text" lang={locale} dir="auto">
      {parts.map(({ value, added, removed }, index) => {
        const Part = added ? 'ins' : removed ? 'del' : 'span';
        return <Part key={index}>{value}</Part>;
      })}
    </p>
  );
}

/** Chinese, Japanese and Thai separate no words by spaces. */
function segmenter(locale: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(locale, { granularity: 'word' });
  } catch {
    return new Intl.Segmenter('und', { granularity: 'word' });
  }
}
