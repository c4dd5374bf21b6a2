import { ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue, type Key } from 'react-aria-components';

interface Props<K extends string> {
  label: string;
  options: readonly { id: K; text: string }[];
  /** `null` before something is chosen. */
  value: K | null;
  placeholder?: string;
  onChange: (value: K) => void;
  isDisabled?: boolean;
}

/** A choice of one among a few. */
export function Choice<K extends string>({ label, options, value, onChange, placeholder, isDisabled = false }: Props<K>) {
  const choose = (key: Key | null) => {
    const option = options.find(({ id }) => id === key);
    if (option) {
      onChange(option.id);
    }
  };
  return (
    <Select className="field" value={value} onChange={choose} placeholder={placeholder ?? label} isDisabled={isDisabled}>
      <Label>{label}</Label>
      <Button className="input choice">
        <SelectValue />
        <ChevronDown aria-hidden size={16} />
      </Button>
      <Popover className="popover">
        <ListBox className="menu">
          {options.map(({ id, text }) => <ListBoxItem key={id} id={id} textValue={text} className="menu-item" dir="auto">{text}</ListBoxItem>)}
        </ListBox>
      </Popover>
    </Select>
  );
}
