const names = new Map<string, Intl.DisplayNames>();

/** Returns the name of a locale in the language of another one; its tag if it is unknown. */
export function localeName(tag: string, inLocale: string): string {
  try {
    return displayNames(inLocale).of(tag) ?? tag;
  } catch {
    // The tag may have been typed, or come from an address.
    return tag;
  }
}

function displayNames(locale: string): Intl.DisplayNames {
  let known = names.get(locale);
  if (!known) {
    known = new Intl.DisplayNames(locale, { type: 'language' });
    names.set(locale, known);
  }
  return known;
}

/** Returns the canonical form of a language tag, or `null` if it is none. */
export function toLocaleTag(text: string): string | null {
  try {
    return Intl.getCanonicalLocales(text.trim())[0] ?? null;
  } catch {
    return null;
  }
}
