import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useLabels } from '../labels/LabelProvider';
import { INSERTABLE } from './invisible';

/** Inserts characters that no key has. */
export function CharacterMenu({ onInsert }: { onInsert: (text: string) => void }) {
  const { t } = useLabels();
  return (
    <MenuTrigger>
      <Button className="button quiet small">{t('icu.insertCharacter')}</Button>
      <Popover className="popover">
        <Menu className="menu" onAction={(key) => onInsert(String(key))}>
          {INSERTABLE.map(({ text, sign, label }) => (
            <MenuItem key={text} id={text} textValue={t(label)} className="menu-item icu-character">
              <span>{t(label)}</span>
              <code dir="ltr">{sign}</code>
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
