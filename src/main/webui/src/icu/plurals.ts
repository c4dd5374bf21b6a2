/** A plural category of a language with some numbers that belong to it. */
export interface PluralCategory {
  category: string;
  samples: string[];
}

const ORDER = ['zero', 'one', 'two', 'few', 'many', 'other'];
const SAMPLES = 4;
// A million is "many" in French, Spanish, Italian and Portuguese; fractions have categories of their own in many languages.
const NUMBERS = [...Array.from({ length: 201 }, (_, number) => number), 1_000_000, 0.5, 1.5];

/** Returns the categories that the browser knows, for a service that does not name them. */
export function browserCategories(locale: string, type: 'cardinal' | 'ordinal'): PluralCategory[] {
  if (Intl.PluralRules.supportedLocalesOf(locale).length === 0) {
    return [{ category: 'other', samples: [] }];
  }
  const rules = new Intl.PluralRules(locale, { type });
  const samples = new Map<string, string[]>(rules.resolvedOptions().pluralCategories.map((category) => [category, []]));
  for (const number of NUMBERS) {
    const found = samples.get(rules.select(number));
    if (found && found.length < SAMPLES && (type === 'cardinal' || Number.isInteger(number))) {
      found.push(String(number));
    }
  }
  return ORDER.flatMap((category) => {
    const found = samples.get(category);
    return found ? [{ category, samples: found }] : [];
  });
}
