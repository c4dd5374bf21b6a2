import { FieldError, Input, Label, Text, TextArea, TextField, type TextFieldProps } from 'react-aria-components';

interface Props extends Omit<TextFieldProps, 'children' | 'className'> {
  label: string;
  /** The accepted values, shown below the field. */
  hint?: string;
  /** The reason why the value was rejected. */
  error?: string | undefined;
  multiline?: boolean;
  /** The language of the value. */
  lang?: string;
}

/**
 * A text field with its label, hint and error.
 *
 * The error comes from the service, so it must not keep the browser from sending the form again, as `isInvalid` would.
 *
 * The line below a required field is always there: its hint disappears when the field is left, and the button must not move
 * away from the pointer that presses it.
 */
export function Field({ label, hint, error, multiline = false, lang, isRequired = false, ...field }: Props) {
  return (
    <TextField {...field} isRequired={isRequired} className="field">
      <Label className={isRequired ? 'required' : undefined}>{label}</Label>
      {multiline
        ? <TextArea className="input" dir="auto" lang={lang} rows={3} aria-invalid={error === undefined ? undefined : true} />
        : <Input className="input" dir="auto" lang={lang} aria-invalid={error === undefined ? undefined : true} />}
      {hint && <Text slot="description" className="hint">{hint}</Text>}
      {error !== undefined && <Text slot="errorMessage" className="error">{error}</Text>}
      {isRequired ? <div className="field-validation"><FieldError className="error" /></div> : <FieldError className="error" />}
    </TextField>
  );
}
