import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import './sections.css';

export interface Section<K extends string> {
  id: K;
  text: string;
  /** The number of items in it. */
  count?: string;
  content: ReactNode;
}

interface Props<K extends string> {
  label: string;
  sections: readonly Section<K>[];
  selected: K;
  onSelect: (id: K) => void;
}

/** The parts of a page as tabs. Only the selected one is rendered. */
export function Sections<K extends string>({ label, sections, selected, onSelect }: Props<K>) {
  const select = (key: string | number) => {
    const section = sections.find(({ id }) => id === key);
    if (section) {
      onSelect(section.id);
    }
  };
  return (
    <Tabs className="sections" selectedKey={selected} onSelectionChange={select}>
      <TabList className="sections-list" aria-label={label}>
        {sections.map(({ id, text, count }) => (
          <Tab key={id} id={id} className="sections-tab">
            {text}
            {count !== undefined && <span className="badge">{count}</span>}
          </Tab>
        ))}
      </TabList>
      {sections.map(({ id, content }) => <TabPanel key={id} id={id} className="sections-panel">{content}</TabPanel>)}
    </Tabs>
  );
}
