import type { Finding } from '../../../api/draftTexts';

/** Whether the page lists a finding below the text. Errors that only typing corrects stand at the field itself. */
export function isListedOnPage({ part, severity, fix }: Finding): boolean {
  return part === 'description' || severity !== 'error' || fix != null;
}
