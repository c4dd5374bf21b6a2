import { ChevronDown } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useLabels } from '../../../labels/LabelProvider';
import { useWorkspace } from '../workspace';
import type { OpenText } from './useOpenText';

interface Props {
  open: OpenText;
  onSaveAndNext: () => void;
  onSave: () => void;
  onSaveDraft: () => void;
  onApprove: () => void;
  onReject: () => void;
  onDiscard: () => void;
}

/** The actions on the open text: one that is used most, and the others in a menu. */
export function SaveBar({ open, onSaveAndNext, onSave, onSaveDraft, onApprove, onReject, onDiscard }: Props) {
  const { t } = useLabels();
  const { permissions } = useWorkspace();
  const { edit, text, content, message } = open;
  const isEmpty = content.message.trim() === '';
  const length = [...content.message].length;
  return (
    <div className="translate-save">
      <span className="muted translate-save-status">
        {edit?.status === 'saving' ? t('translate.saving') : edit ? t('translate.edited') : null}
        {message.lengthLimit != null && <span dir="auto"> {t('translate.length', { count: length, limit: message.lengthLimit })}</span>}
      </span>
      <MenuTrigger>
        <Button className="button quiet" aria-label={t('translate.moreActions')}><ChevronDown aria-hidden size={16} /></Button>
        <Popover className="popover" placement="top end">
          <Menu className="menu" disabledKeys={[...(isEmpty ? ['save', 'draft'] : []), ...(edit ? [] : ['discard', 'draft']), ...(text ? [] : ['reject'])]}>
            <MenuItem id="save" className="menu-item" onAction={onSave}>{t('common.save')}</MenuItem>
            <MenuItem id="draft" className="menu-item" onAction={onSaveDraft}>{t('translate.saveDraft')}</MenuItem>
            {permissions.approve && <MenuItem id="reject" className="menu-item" onAction={onReject}>{t('translate.rejectWithComment')}</MenuItem>}
            <MenuItem id="discard" className="menu-item" onAction={onDiscard}>{t('translate.discard')}</MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {permissions.approve && <Button className="button" isDisabled={isEmpty} onPress={onApprove}>{t('translate.approveAndNext')}</Button>}
      <Button className="button primary" onPress={onSaveAndNext}>{t('translate.saveAndNext')}</Button>
    </div>
  );
}
