import { memo, useEffect, useEffectEvent, useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useLabels } from '../labels/LabelProvider';
import { INSERTABLE } from './invisible';

/** Inserts characters that no key has. */
export const CharacterMenu = memo(function CharacterMenu({ onInsert }: { onInsert: (text: string) => void }) {
  const { t } = useLabels();
  const [chosen, setChosen] = useState<string | null>(null);
  const insert = useEffectEvent((text: string) => {
    setChosen(null);
    onInsert(text);
  });
  useEffect(() => {
    if (chosen === null) {
      return;
    }
    // The menu returns the focus to its button first.
    const frame = window.requestAnimationFrame(() => insert(chosen));
    return () => window.cancelAnimationFrame(frame);
  }, [chosen]);
  return (
    <MenuTrigger>
      <Button className="button quiet small">{t('icu.insertCharacter')}</Button>
      <Popover className="popover">
        <Menu className="menu" onAction={(key) => setChosen(String(key))}>
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
});
