/** What the page of translations and the parts beside it agree on. */

export type { AfterSave, PatternEditorHandle, PatternEditorProps } from '../../icu/PatternEditor';

export interface ContextPanelProps {
  catalog: string;
  messageKey: string;
  locale: string;
  sourceLocale: string;
  value: string;
  onUse(text: string): void;
}
