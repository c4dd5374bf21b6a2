import { Checkbox, CheckboxGroup, Label, Text } from 'react-aria-components';
import { useLabels } from '../../labels/LabelProvider';
import { localeName } from '../../locales/localeNames';

interface Props {
  locales: readonly string[];
  value: readonly string[];
  onChange: (locales: string[]) => void;
}

/** The locales to which somebody is limited: all if none is chosen. */
export function LocaleLimit({ locales, value, onChange }: Props) {
  const { t, locale } = useLabels();
  // A limit may name a locale that was removed from the catalog.
  const options = [...new Set([...locales, ...value])];
  return (
    <CheckboxGroup className="field" value={[...value]} onChange={onChange}>
      <Label>{t('settings.limitedTo')}</Label>
      <div className="settings-locale-options">
        {options.map((id) => (
          <Checkbox key={id} value={id} className="checkbox">
            <span className="checkbox-box" aria-hidden />
            <span dir="auto">{localeName(id, locale)}</span>
          </Checkbox>
        ))}
      </div>
      <Text slot="description" className="hint">{t('settings.limitedToHint')}</Text>
    </CheckboxGroup>
  );
}
