import { Fragment } from 'react';
import { BINDINGS, isMacKeyboard, shownKeys, type Area } from '../features/translate/keyboard';
import { useLabels } from '../labels/LabelProvider';
import type { LabelKey } from '../labels/keys';

const AREAS: readonly Area[] = ['editor', 'anywhere', 'list', 'outside'];

/** The keyboard map, by the places in which the keys work. */
export function KeyboardTable() {
  const { t } = useLabels();
  const isMac = isMacKeyboard();
  return (
    <div className="keyboard">
      {AREAS.map((area) => (
        <section key={area}>
          <h3>{t('translate.keyArea', { area })}</h3>
          <dl>
            {[...bindingsIn(area)].map(([label, combinations]) => (
              <div key={label}>
                <dt>{t(label)}</dt>
                <dd>
                  {combinations.map((combination, index) => (
                    <Fragment key={combination}>
                      {index > 0 && <span className="muted">{t('common.keys.or')}</span>}
                      <span className="keys" dir="ltr">{shownKeys(combination, isMac).map((stroke) => <kbd key={stroke}>{stroke}</kbd>)}</span>
                    </Fragment>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

/** Returns the combinations of an area by what they do. */
function bindingsIn(area: Area): Map<LabelKey, string[]> {
  const found = new Map<LabelKey, string[]>();
  for (const { keys, label } of BINDINGS.filter((it) => it.area === area)) {
    found.set(label, [...(found.get(label) ?? []), ...keys]);
  }
  return found;
}
