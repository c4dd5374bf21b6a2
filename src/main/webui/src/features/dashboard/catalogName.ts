/** Returns the name for a title: Latin letters without accents, digits and hyphens; empty if the title has none of them. */
export function catalogNameFor(title: string): string {
  return title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 128).replace(/^-|-$/g, '');
}
