import { useState } from 'react';
import { Choice } from '../../components/Choice';
import { useLabels } from '../../labels/LabelProvider';
import { rememberedTheme, setTheme, type Theme } from '../../theme';

/** Light, dark, or as the system is. */
export function ThemeChoice() {
  const { t } = useLabels();
  const [theme, setChosen] = useState(rememberedTheme);
  const choose = (chosen: Theme) => {
    setTheme(chosen);
    setChosen(chosen);
  };
  const options = [
    { id: 'system', text: t('account.theme.system') },
    { id: 'light', text: t('account.theme.light') },
    { id: 'dark', text: t('account.theme.dark') },
  ] as const;
  return <Choice label={t('account.theme')} options={options} value={theme} onChange={choose} />;
}
