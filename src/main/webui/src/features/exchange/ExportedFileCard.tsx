import { Download, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { ExportedFile, Loss } from '../../api/exports';
import { useLabels } from '../../labels/LabelProvider';
import { translateLink } from '../../links';
import { formatBytes } from './formatBytes';
import { LOSS_LABELS } from './reasons';

interface Props {
  catalog: string;
  /** A locale of the file. */
  locale: string;
  file: ExportedFile;
}

/** An export that is ready, with the messages that it does not hold exactly. */
export function ExportedFileCard({ catalog, locale, file }: Props) {
  const { t, locale: language } = useLabels();
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const url = URL.createObjectURL(file.content);
    setAddress(url);
    return () => URL.revokeObjectURL(url);
  }, [file]);
  const count = file.lossy.length + file.moreLossy;
  return (
    <section className="card exchange-card">
      {count === 0 ? <p>{t('exchange.exact')}</p> : (
        <>
          <h2 className="exchange-lossy"><TriangleAlert aria-hidden />{t('exchange.lossy', { count })}</h2>
          <p>{t('exchange.lossyHint')}</p>
          <ul className="exchange-losses">
            {file.lossy.map((key) => (
              <li key={key}>
                <Link to={translateLink(catalog, locale, { key })}><code dir="auto">{key}</code></Link>
                {reasonsOf(file.losses, key).map(({ reason, argument }) => (
                  <span key={`${reason} ${argument ?? ''}`} className="muted">
                    {t(LOSS_LABELS[reason])}{argument && <> <code dir="auto">{argument}</code></>}
                  </span>
                ))}
              </li>
            ))}
          </ul>
          {file.moreLossy > 0 && <p className="muted">{t('exchange.lossyMore', { count: file.moreLossy })}</p>}
        </>
      )}
      <div className="exchange-actions">
        <a className="button primary" href={address} download={file.name}>
          <Download aria-hidden size={16} />
          {t('exchange.download', { name: file.name })}
        </a>
        <span className="muted">{formatBytes(file.content.size, language)}</span>
      </div>
    </section>
  );
}

/** Several locales may have the same reason. */
function reasonsOf(losses: readonly Loss[], key: string): Loss[] {
  const found = new Map<string, Loss>();
  losses.filter((loss) => loss.key === key).forEach((loss) => found.set(`${loss.reason} ${loss.argument ?? ''}`, loss));
  return [...found.values()];
}
