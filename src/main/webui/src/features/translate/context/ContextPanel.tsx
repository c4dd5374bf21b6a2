import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { useLabels } from '../../../labels/LabelProvider';
import { CommentsTab } from './CommentsTab';
import { DetailsTab } from './DetailsTab';
import { GlossaryTab } from './GlossaryTab';
import { HistoryTab } from './HistoryTab';
import { LanguagesTab } from './LanguagesTab';
import { SuggestionsTab } from './SuggestionsTab';
import './context.css';

/** The text for which the panel shows what helps. */
export interface ContextPanelProps {
  catalog: string;
  messageKey: string;
  locale: string;
  sourceLocale: string;
  value: string;
  /** Whether the person may edit the text. The service gives suggestions to translators only. */
  isEditable: boolean;
  onUse(text: string): void;
}

const TABS = [
  { id: 'suggestions', label: 'translate.context.suggestions', Content: SuggestionsTab },
  { id: 'languages', label: 'translate.context.languages', Content: LanguagesTab },
  { id: 'glossary', label: 'translate.context.glossary', Content: GlossaryTab },
  { id: 'history', label: 'translate.context.history', Content: HistoryTab },
  { id: 'comments', label: 'translate.context.comments', Content: CommentsTab },
  { id: 'details', label: 'translate.context.details', Content: DetailsTab },
] as const;

/** The context of a text. Each tab loads its content when it is opened. */
export function ContextPanel(props: ContextPanelProps) {
  const { t } = useLabels();
  const tabs = TABS.filter(({ id }) => props.isEditable || id !== 'suggestions');
  return (
    <Tabs className="context">
      <TabList className="context-tabs" aria-label={t('translate.context.title')}>
        {tabs.map(({ id, label }) => <Tab key={id} id={id} className="context-tab">{t(label)}</Tab>)}
      </TabList>
      {tabs.map(({ id, Content }) => (
        <TabPanel key={id} id={id} className="context-content">
          <Content key={`${props.messageKey} ${props.locale}`} {...props} />
        </TabPanel>
      ))}
    </Tabs>
  );
}
