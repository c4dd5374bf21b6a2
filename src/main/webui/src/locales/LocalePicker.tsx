import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button, ComboBox, FieldError, Group, Input, Label, ListBox, ListBoxItem, Popover, Text, type Key } from 'react-aria-components';
import { useLabels } from '../labels/LabelProvider';
import { localeName, toLocaleTag } from './localeNames';
import { LOCALE_TAGS } from './localeTags';

interface Props {
  label: string;
  hint?: string;
  error?: string | undefined;
  /** The chosen locale; `null` before one is chosen. */
  value: string | null;
  onChange: (locale: string) => void;
  /** Locales that cannot be chosen. */
  exclude?: readonly string[];
  isRequired?: boolean;
  autoFocus?: boolean;
}

/** A combo box of locales by name. Locales outside of the list are entered by their BCP 47 tag. */
export function LocalePicker({ label, hint, error, value, onChange, exclude = [], isRequired = false, autoFocus = false }: Props) {
  const { t, locale } = useLabels();
  const text = value === null ? '' : optionText(value, locale);
  const [input, setInput] = useState(text);
  const [shownValue, setShownValue] = useState(value);
  if (shownValue !== value) {
    setShownValue(value);
    setInput(text);
  }
  const options = optionsFor(input === text ? '' : input, locale).filter(({ id }) => !exclude.includes(id));
  const choose = (key: Key | null) => {
    if (typeof key === 'string') {
      onChange(key);
      setInput(optionText(key, locale));
    }
  };
  return (
    <ComboBox className="field" items={options} inputValue={input} onInputChange={setInput} selectedKey={value} onSelectionChange={choose}
      allowsEmptyCollection isRequired={isRequired} autoFocus={autoFocus}>
      <Label>{label}</Label>
      <Group className="combo">
        <Input className="input" dir="auto" aria-invalid={error !== undefined} />
        <Button className="button quiet combo-button"><ChevronDown aria-hidden size={16} /></Button>
      </Group>
      {hint && <Text slot="description" className="hint">{hint}</Text>}
      {error !== undefined && <Text slot="errorMessage" className="error">{error}</Text>}
      <FieldError className="error" />
      <Popover className="popover">
        <ListBox<Option> className="menu" renderEmptyState={() => <p className="menu-item muted">{t('common.noSuchLocale')}</p>}>
          {({ id, name, native }) => (
            <ListBoxItem className="menu-item menu-item-row" textValue={optionText(id, locale)}>
              <span dir="auto">{name}</span>
              <span className="muted" dir="auto" lang={id}>{native === name ? id : native}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

interface Option {
  id: string;
  name: string;
  native: string;
}

function optionsFor(search: string, locale: string): Option[] {
  const wanted = search.trim().toLocaleLowerCase(locale);
  const known = LOCALE_TAGS.map((id) => ({ id, name: localeName(id, locale), native: localeName(id, id) }))
    .filter(({ id, name, native }) => [id.toLowerCase(), name.toLocaleLowerCase(locale), native.toLocaleLowerCase(id)]
      .some((text) => text.includes(wanted)))
    .sort((a, b) => startsWith(b, wanted, locale) - startsWith(a, wanted, locale) || a.name.localeCompare(b.name, locale));
  const typed = toLocaleTag(search);
  return typed !== null && !LOCALE_TAGS.includes(typed) ? [...known, { id: typed, name: localeName(typed, locale), native: typed }] : known;
}

/** Puts German before Austrian German if the search is for “ger”. */
function startsWith({ name }: Option, wanted: string, locale: string): number {
  return name.toLocaleLowerCase(locale).startsWith(wanted) ? 1 : 0;
}

function optionText(tag: string, locale: string): string {
  return localeName(tag, locale);
}
