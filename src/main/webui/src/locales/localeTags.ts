/** The locales of CLDR that are used most in software. Others can be entered by their tag. */
export const LOCALE_TAGS: readonly string[] = (
  'af am ar ar-EG ar-SA as az be bg bn bs ca cs cy da de de-AT de-CH el en en-AU en-CA en-GB en-IN en-US eo es es-419 es-AR es-ES es-MX et '
  + 'eu fa fi fil fr fr-BE fr-CA fr-CH ga gl gu ha he hi hr hu hy id ig is it it-CH ja jv ka kk km kn ko ku ky lb lo lt lv mk ml mn mr ms '
  + 'mt my nb ne nl nl-BE nn or pa pl ps pt pt-BR pt-PT qu ro ru sd si sk sl so sq sr sr-Latn sv sw ta te tg th ti tk tr tt ug uk ur uz vi '
  + 'wo xh yo yue zh-Hans zh-Hant zh-HK zh-TW zu'
).split(' ');
