/** Moves the focus to the heading of a section, after an entry with the focused button is gone and the dialog has closed. */
export function focusHeading(section: string): void {
  window.setTimeout(() => document.getElementById(`${section}-title`)?.focus());
}
