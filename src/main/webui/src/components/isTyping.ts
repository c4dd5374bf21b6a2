/** Whether a key goes into a field, so that it must not act as a shortcut. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  return target instanceof HTMLElement
    && (target.isContentEditable || target.matches('input, textarea, select, [contenteditable]:not([contenteditable="false"])'));
}
