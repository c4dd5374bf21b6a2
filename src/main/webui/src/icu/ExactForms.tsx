import { useState } from 'react';
import { Button, Dialog, DialogTrigger, Form, Popover } from 'react-aria-components';
import { Field } from '../components/Field';
import { useLabels } from '../labels/LabelProvider';

interface Props {
  /** The selectors that the pattern has, such as `=0`. */
  present: readonly string[];
  onAdd: (selector: string) => void;
  onRemove: (selector: string) => void;
}

const NUMBER = /^\d{1,9}(\.\d{1,6})?$/;

/** Adds and removes forms for exact numbers. */
export function ExactForms({ present, onAdd, onRemove }: Props) {
  const { t } = useLabels();
  return (
    <>
      <DialogTrigger>
        <Button className="button quiet small">{t('icu.addExact')}</Button>
        <Popover className="popover">
          <Dialog className="icu-exact" aria-label={t('icu.addExact')}>
            {({ close }) => <ExactNumber present={present} onAdd={(selector) => { close(); onAdd(selector); }} />}
          </Dialog>
        </Popover>
      </DialogTrigger>
      {present.map((selector) => (
        <Button key={selector} className="button quiet small" onPress={() => onRemove(selector)}>{t('icu.removeForm', { form: selector })}</Button>
      ))}
    </>
  );
}

function ExactNumber({ present, onAdd }: Pick<Props, 'present' | 'onAdd'>) {
  const { t } = useLabels();
  const [number, setNumber] = useState(present.includes('=0') ? '' : '0');
  const [isRefused, setRefused] = useState(false);
  const add = () => {
    const selector = '=' + number.trim();
    if (NUMBER.test(number.trim()) && !present.includes(selector)) {
      onAdd(selector);
    } else {
      setRefused(true);
    }
  };
  return (
    <Form onSubmit={(event) => { event.preventDefault(); add(); }}>
      <Field
        label={t('icu.exactNumber')}
        value={number}
        onChange={setNumber}
        inputMode="decimal"
        autoFocus
        error={isRefused ? t('icu.exactNumberInvalid') : undefined}
      />
      <Button type="submit" className="button primary small">{t('icu.add')}</Button>
    </Form>
  );
}
