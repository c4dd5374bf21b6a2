import { FileUp } from 'lucide-react';
import { useState } from 'react';
import { Button, DropZone, FileTrigger, Text } from 'react-aria-components';
import { useLabels } from '../../labels/LabelProvider';
import { formatBytes } from './formatBytes';
import { fromDrop, fromList, MAX_UPLOAD_BYTES, type PickedFile } from './uploads';

/** Takes files, an archive or a folder: dropped, pasted or chosen. */
export function FileDrop({ onPick }: { onPick: (files: PickedFile[]) => Promise<void> }) {
  const { t, locale } = useLabels();
  const [isTooLarge, setTooLarge] = useState(false);
  const [isReading, setReading] = useState(false);
  const limit = formatBytes(MAX_UPLOAD_BYTES, locale);
  const take = async (files: PickedFile[]) => {
    const isOver = files.reduce((sum, { file }) => sum + file.size, 0) > MAX_UPLOAD_BYTES;
    setTooLarge(isOver);
    if (!isOver) {
      setReading(true);
      await onPick(files).finally(() => setReading(false));
    }
  };
  const choose = (files: FileList | null) => void take(files ? fromList(files) : []);
  return (
    <DropZone className="exchange-drop" aria-label={t('exchange.drop')} onDrop={({ items }) => void fromDrop(items).then(take)}>
      {({ isDropTarget }) => (
        <>
          <FileUp aria-hidden size={32} />
          <Text slot="label" className="exchange-drop-title">{t(isDropTarget ? 'exchange.dropNow' : 'exchange.drop')}</Text>
          <p className="muted">{t('exchange.dropHint', { size: limit })}</p>
          <div className="exchange-actions">
            <FileTrigger allowsMultiple onSelect={choose}>
              <Button className="button primary" isDisabled={isReading}>{t('exchange.chooseFiles')}</Button>
            </FileTrigger>
            <FileTrigger acceptDirectory onSelect={choose}>
              <Button className="button" isDisabled={isReading}>{t('exchange.chooseFolder')}</Button>
            </FileTrigger>
          </div>
          {isTooLarge && <p className="error" role="alert">{t('exchange.tooLarge', { size: limit })}</p>}
        </>
      )}
    </DropZone>
  );
}
