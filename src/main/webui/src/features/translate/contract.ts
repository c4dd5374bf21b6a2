/** Types that the translate page shares with the pattern editor and the context panel. */

export type { AfterSave, PatternEditorHandle, PatternEditorProps } from '../../icu/PatternEditor';

export interface ContextPanelProps {
  catalog: string;
  messageKey: string;
  locale: string;
  sourceLocale: string;
  value: string;
  onUse(text: string): void;
}
