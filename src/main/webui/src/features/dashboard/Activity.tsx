import { useId } from 'react';
import { useLabels } from '../../labels/LabelProvider';

const HEIGHT = 64;
const STEP = 10;
const BAR = 7;

/** The changes of each of the last days as a chart, with its meaning in words. */
export function Activity({ days }: { days: readonly { day: string; changes: number }[] }) {
  const { t, locale } = useLabels();
  const description = useId();
  const most = days.reduce((best, it) => (it.changes > best.changes ? it : best), { day: '', changes: 0 });
  const total = days.reduce((sum, it) => sum + it.changes, 0);
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  const dayOf = (day: string) => format.format(new Date(`${day}T00:00:00Z`));
  return (
    <section aria-labelledby="dashboard-activity">
      <h2 id="dashboard-activity">{t('dashboard.activity')}</h2>
      <figure className="activity">
        <svg viewBox={`0 0 ${days.length * STEP} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-labelledby={description}>
          {days.map(({ day, changes }, index) => {
            const height = changes === 0 ? 1 : Math.max(3, (changes / most.changes) * HEIGHT);
            return (
              <rect key={day} className={changes === 0 ? 'none' : undefined} x={index * STEP} y={HEIGHT - height} width={BAR} height={height}>
                <title>{t('dashboard.activityDay', { day: dayOf(day), count: changes })}</title>
              </rect>
            );
          })}
        </svg>
        <figcaption id={description} className="muted">
          {total === 0
            ? t('dashboard.noActivity', { days: days.length })
            : t('dashboard.activitySum', { count: total, days: days.length, day: dayOf(most.day), most: most.changes })}
        </figcaption>
      </figure>
    </section>
  );
}
