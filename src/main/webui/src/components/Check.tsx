import { useId } from 'react';
import './check.css';

interface Props {
  label: string;
  /** The explanation below the label. */
  hint?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

/** A box to check, with its label. */
export function Check({ label, hint, checked, onChange, disabled = false }: Props) {
  const hintId = useId();
  return (
    <label className="check">
      <input type="checkbox" checked={checked} disabled={disabled} aria-describedby={hint ? hintId : undefined}
        onChange={(event) => onChange(event.target.checked)} />
      <span>
        {label}
        {hint && <span id={hintId} className="hint">{hint}</span>}
      </span>
    </label>
  );
}
