import { Fragment } from 'react';
import { useLabels } from '../labels/LabelProvider';
import { KEYBOARD_MAP, keyName, type Combination } from './keyboardMap';

/** The keyboard map, by the places in which the keys work. */
export function KeyboardTable() {
  const { t } = useLabels();
  return (
    <div className="keyboard">
      {KEYBOARD_MAP.map(({ title, shortcuts }) => (
        <section key={title}>
          <h3>{t(title)}</h3>
          <dl>
            {shortcuts.map(({ keys, inOrder = false, does }) => (
              <div key={does}>
                <dt>{t(does)}</dt>
                <dd>
                  {keys.map((combination, index) => (
                    <Fragment key={combination.join()}>
                      {index > 0 && <span className="muted">{t(inOrder ? 'common.keys.then' : 'common.keys.or')}</span>}
                      <Keys combination={combination} />
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

function Keys({ combination }: { combination: Combination }) {
  return <span className="keys" dir="ltr">{combination.map((key) => <kbd key={key}>{keyName(key)}</kbd>)}</span>;
}
