/** Returns the first of the wanted languages that a catalog has, in this or another region or script; otherwise the source locale. */
export function bestLocale(offered: readonly string[], wanted: readonly string[], sourceLocale: string): string {
  for (const tag of wanted) {
    const exact = offered.find((it) => it.toLowerCase() === tag.toLowerCase());
    const found = exact ?? offered.find((it) => languageOf(it) === languageOf(tag));
    if (found !== undefined) {
      return found;
    }
  }
  return sourceLocale;
}

function languageOf(tag: string): string {
  return (tag.split('-')[0] ?? '').toLowerCase();
}
