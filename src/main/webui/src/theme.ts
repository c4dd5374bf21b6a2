export type Theme = 'system' | 'light' | 'dark';

const THEME = 'parlance.theme';

export function rememberedTheme(): Theme {
  const theme = localStorage.getItem(THEME);
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

/** Applies a theme and remembers it. */
export function setTheme(theme: Theme): void {
  localStorage.setItem(THEME, theme);
  applyTheme(theme);
}

/** The design tokens choose their colours by the attribute, or by the system if it is absent. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') {
    delete document.documentElement.dataset['theme'];
  } else {
    document.documentElement.dataset['theme'] = theme;
  }
}
