import type { ReactNode } from 'react';
import { useMessageDetails } from '../../../api/messageDetails';
import { useLabels } from '../../../labels/LabelProvider';
import type { ContextPanelProps } from './ContextPanel';
import { Loaded } from './Loaded';

/** Shows the definition of the message, with links to its public page and its replacement. */
export function DetailsTab({ catalog, messageKey }: ContextPanelProps) {
  const { t } = useLabels();
  const details = useMessageDetails(catalog, messageKey);
  return (
    <Loaded query={details}>
      {({ code, reason, httpStatus, grpcStatus, lifecycle, tags, lengthLimit, fileKey, replacedBy, arguments: declared }) => (
        <>
          <dl className="context-facts">
            <Fact label={t('translate.context.code')}><code dir="auto">{code}</code></Fact>
            {reason && <Fact label={t('translate.context.reason')}><code>{reason}</code></Fact>}
            {httpStatus && <Fact label={t('translate.context.httpStatus')}>{httpStatus}</Fact>}
            {grpcStatus && <Fact label={t('translate.context.grpcStatus')}><code>{grpcStatus}</code></Fact>}
            <Fact label={t('translate.context.lifecycle')}>{t('translate.context.lifecycleOf', { lifecycle })}</Fact>
            {lengthLimit && <Fact label={t('translate.context.lengthLimit')}>{t('translate.context.characters', { count: lengthLimit })}</Fact>}
            {tags && tags.length > 0 && (
              <Fact label={t('translate.context.tags')}>{tags.map((tag) => <span key={tag} className="badge" dir="auto">{tag}</span>)}</Fact>
            )}
            {fileKey && <Fact label={t('translate.context.fileKey')}><code dir="auto">{fileKey}</code></Fact>}
            {replacedBy && <Fact label={t('translate.context.replacedBy')}><code dir="auto">{replacedBy}</code></Fact>}
            <Fact label={t('translate.context.usedAt')}>
              <a href={`/codes/${encodeURIComponent(catalog)}/${encodeURIComponent(messageKey)}`}>{t('translate.context.publicPage')}</a>
            </Fact>
          </dl>
          {!declared || declared.length === 0 ? <p className="muted">{t('translate.context.noArguments')}</p> : (
            <div className="table-scroll" tabIndex={0} role="region" aria-label={t('icu.arguments')}>
              <table className="table">
                <caption className="context-caption">{t('icu.arguments')}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t('translate.context.argument')}</th>
                    <th scope="col">{t('translate.context.type')}</th>
                    <th scope="col">{t('translate.context.example')}</th>
                  </tr>
                </thead>
                <tbody>
                  {declared.map(({ name, type, example }) => (
                    <tr key={name}>
                      <td><code dir="ltr">{name}</code></td>
                      <td>{t('translate.context.typeOf', { type })}</td>
                      <td dir="auto">{example}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </>
      )}
    </Loaded>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="muted">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
