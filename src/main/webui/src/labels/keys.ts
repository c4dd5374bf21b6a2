import type source from '../../../../../translations/web/en.json';

/** The keys of the labels. A key without an English text does not compile. */
export type LabelKey = keyof typeof source.texts;
