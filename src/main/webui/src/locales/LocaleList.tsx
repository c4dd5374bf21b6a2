import { X } from 'lucide-react';
import { Button, Label, Tag, TagGroup, TagList } from 'react-aria-components';
import { useLabels } from '../labels/LabelProvider';
import { localeName } from './localeNames';

interface Props {
  label: string;
  locales: readonly string[];
  onRemove: (locale: string) => void;
}

/** The locales that were chosen, each with a button that removes it. */
export function LocaleList({ label, locales, onRemove }: Props) {
  const { t, locale } = useLabels();
  return (
    <TagGroup className="field" onRemove={(keys) => keys.forEach((key) => onRemove(String(key)))}>
      <Label className="visually-hidden">{label}</Label>
      <TagList className="chips" items={locales.map((id) => ({ id }))}>
        {({ id }) => (
          <Tag className="chip" textValue={localeName(id, locale)}>
            <span dir="auto">{localeName(id, locale)}</span>
            <Button slot="remove" className="chip-remove" aria-label={t('common.remove', { name: localeName(id, locale) })}>
              <X aria-hidden size={14} />
            </Button>
          </Tag>
        )}
      </TagList>
    </TagGroup>
  );
}
