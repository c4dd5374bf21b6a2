import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState, type Ref } from 'react';
import { Button, Input, Label, SearchField } from 'react-aria-components';
import { useLabels } from '../../../labels/LabelProvider';

interface Props {
  value: string;
  onChange: (value: string) => void;
  inputRef: Ref<HTMLInputElement>;
}

const PAUSE_MILLISECONDS = 150;

/** The search text with its qualifiers. It takes effect when the person pauses. */
export function SearchBox({ value, onChange, inputRef }: Props) {
  const { t } = useLabels();
  const [typed, setTyped] = useState(value);
  const timer = useRef<number | undefined>(undefined);
  // The address may change by itself: back, forward, or a link.
  useEffect(() => setTyped((before) => (before.trim() === value ? before : value)), [value]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const type = (text: string) => {
    setTyped(text);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => onChange(text.trim()), PAUSE_MILLISECONDS);
  };
  const submit = (text: string) => {
    window.clearTimeout(timer.current);
    onChange(text.trim());
  };
  return (
    <SearchField className="translate-search" value={typed} onChange={type} onSubmit={submit} onClear={() => submit('')} maxLength={300}>
      <Label className="visually-hidden">{t('translate.search')}</Label>
      <Search aria-hidden size={16} />
      <Input ref={inputRef} className="input" dir="auto" placeholder={t('translate.searchHint')} />
      <Button className="translate-search-clear" aria-label={t('translate.clearSearch')}><X aria-hidden size={16} /></Button>
    </SearchField>
  );
}
