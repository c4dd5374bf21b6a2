import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { useLabels } from '../../labels/LabelProvider';
import type { Pane } from './useOpenMessage';

interface Props {
  pane: Pane;
  hasMessage: boolean;
  onChange: (pane: Pane) => void;
}

const PANES: readonly Pane[] = ['list', 'editor', 'context'];

/** Chooses the pane that a narrow screen shows. */
export function PaneTabs({ pane, hasMessage, onChange }: Props) {
  const { t } = useLabels();
  return (
    <ToggleButtonGroup
      className="translate-panes"
      aria-label={t('translate.panes')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[pane]}
      onSelectionChange={([chosen]) => {
        const next = PANES.find((it) => it === chosen);
        if (next && next !== pane) {
          onChange(next);
        }
      }}
    >
      {PANES.map((id) => (
        <ToggleButton key={id} id={id} className="translate-chip" isDisabled={id !== 'list' && !hasMessage}>{t('translate.pane', { pane: id })}</ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
