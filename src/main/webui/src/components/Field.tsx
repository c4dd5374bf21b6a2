import { FieldError, Input, Label, Text, TextArea, TextField, type TextFieldProps } from 'react-aria-components';

interface Props extends Omit<TextFieldProps, 'children' | 'className'> {
  label: string;
  /** What is accepted, below the field. */
  hint?: string;
  /** Why the value was refused. */
  error?: string | undefined;
  multiline?: boolean;
  /** The language of the value. */
  lang?: string;
}

/** A text field with its label, hint and error. */
export function Field({ label, hint, error, multiline = false, lang, ...field }: Props) {
  return (
    <TextField {...field} className="field" isInvalid={error !== undefined}>
      <Label>{label}</Label>
      {multiline ? <TextArea className="input" dir="auto" lang={lang} rows={3} /> : <Input className="input" dir="auto" lang={lang} />}
      {hint && <Text slot="description" className="hint">{hint}</Text>}
      <FieldError className="error">{error}</FieldError>
    </TextField>
  );
}
