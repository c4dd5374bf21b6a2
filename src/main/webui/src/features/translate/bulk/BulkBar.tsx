import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useLabels } from '../../../labels/LabelProvider';
import type { Selection } from '../list/selection';
import { useWorkspace } from '../workspace';
import { JobDialog } from './JobDialog';
import { SelectedDialog } from './SelectedDialog';
import { allowedActions, type BulkAction } from './actions';

interface Props {
  selection: Selection;
  /** The number of messages that match the search. */
  matching: number;
  onClear: () => void;
}

/** Shows the number of selected messages, with the bulk actions. */
export function BulkBar({ selection, matching, onClear }: Props) {
  const { t } = useLabels();
  const { permissions } = useWorkspace();
  const [action, setAction] = useState<BulkAction | null>(null);
  const actions = allowedActions(permissions, selection.all);
  const count = selection.all ? matching : selection.keys.size;
  return (
    <div className="translate-bulk" role="group" aria-label={t('translate.selection')}>
      <p role="status">{t('translate.selected', { count })}</p>
      <MenuTrigger>
        <Button className="button small" isDisabled={actions.length === 0}>
          {t('translate.change')}
          <ChevronDown aria-hidden size={16} />
        </Button>
        <Popover className="popover" placement="top">
          <Menu className="menu" items={actions.map((id) => ({ id }))}>
            {({ id }) => <MenuItem className="menu-item" onAction={() => setAction(id)}>{t('translate.bulk', { action: id })}</MenuItem>}
          </Menu>
        </Popover>
      </MenuTrigger>
      <Button className="button quiet small" onPress={onClear}>{t('translate.selectNone')}</Button>
      {action && selection.all && <JobDialog action={action} count={count} onClose={() => setAction(null)} />}
      {action && !selection.all && <SelectedDialog action={action} keys={[...selection.keys]} onClose={() => setAction(null)} />}
    </div>
  );
}
