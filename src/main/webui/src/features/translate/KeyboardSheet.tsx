import { Button } from 'react-aria-components';
import { Dialog } from '../../components/Dialog';
import { useLabels } from '../../labels/LabelProvider';
import { BINDINGS, isMacKeyboard, shownKeys, type Area } from './keyboard';

const AREAS: readonly Area[] = ['editor', 'anywhere', 'list', 'outside'];

/** All keys of the page, by where they apply. */
export function KeyboardSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLabels();
  const isMac = isMacKeyboard();
  return (
    <Dialog title={t('translate.keyboard')} isOpen onClose={onClose}>
      {AREAS.map((area) => (
        <section key={area} className="translate-keys">
          <h3>{t('translate.keyArea', { area })}</h3>
          <dl>
            {BINDINGS.filter((binding) => binding.area === area).map(({ keys, label }) => (
              <div key={keys.join()}>
                <dt>{t(label)}</dt>
                <dd dir="ltr">{keys.map((combination) => shownKeys(combination, isMac).map((stroke) => <kbd key={stroke}>{stroke}</kbd>))}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <div className="dialog-actions"><Button className="button" autoFocus onPress={onClose}>{t('common.close')}</Button></div>
    </Dialog>
  );
}
