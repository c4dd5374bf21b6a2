import type { LabelKey } from '../labels/keys';

/** A character that is not seen, or looks like another one. */
export interface InvisibleCharacter {
  text: string;
  /** What is shown in its place. */
  sign: string;
  label: LabelKey;
}

/** Those that a translator may need. */
export const INSERTABLE: readonly InvisibleCharacter[] = [
  { text: '\u00a0', sign: 'NBSP', label: 'icu.character.noBreakSpace' },
  { text: '\u202f', sign: 'NNBSP', label: 'icu.character.narrowNoBreakSpace' },
  { text: '\u200c', sign: 'ZWNJ', label: 'icu.character.nonJoiner' },
  { text: '\u200d', sign: 'ZWJ', label: 'icu.character.joiner' },
  { text: '\u200e', sign: 'LRM', label: 'icu.character.leftToRightMark' },
  { text: '\u200f', sign: 'RLM', label: 'icu.character.rightToLeftMark' },
  { text: '\u2068\u2069', sign: 'FSI PDI', label: 'icu.character.isolate' },
  { text: '\u00ad', sign: 'SHY', label: 'icu.character.softHyphen' },
  { text: '\u2060', sign: 'WJ', label: 'icu.character.wordJoiner' },
];

const SIGNS = new Map<string, string>([
  ...INSERTABLE.filter(({ text }) => text.length === 1).map(({ text, sign }): [string, string] => [text, sign]),
  ['\u061c', 'ALM'],
  ['\u200b', 'ZWSP'],
  ['\u202a', 'LRE'],
  ['\u202b', 'RLE'],
  ['\u202c', 'PDF'],
  ['\u202d', 'LRO'],
  ['\u202e', 'RLO'],
  ['\u2066', 'LRI'],
  ['\u2067', 'RLI'],
  ['\u2068', 'FSI'],
  ['\u2069', 'PDI'],
  ['\ufeff', 'BOM'],
]);

const INVISIBLE = /[\u00a0\u00ad\u061c\u200b-\u200f\u202a-\u202f\u2060\u2066-\u2069\ufeff]/gu;
const PICTOGRAPH = /\p{Extended_Pictographic}\ufe0f?$/u;

/** Returns the invisible characters of a text, but not the joiners inside of an emoji. */
export function findInvisible(text: string): { at: number; sign: string }[] {
  const found: { at: number; sign: string }[] = [];
  for (const { 0: char, index: at } of text.matchAll(INVISIBLE)) {
    const sign = SIGNS.get(char);
    if (sign && !(sign === 'ZWJ' && PICTOGRAPH.test(text.slice(0, at)))) {
      found.push({ at, sign });
    }
  }
  return found;
}
