import { useCallback, useMemo } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { useCatalog } from '../../api/catalogs';
import { LIFECYCLES } from '../../api/messages';
import type { MessageFilter } from '../../api/messages';
import { usePermission } from '../../api/permissions';
import { ButtonLink } from '../../components/ButtonLink';
import { useLabels } from '../../labels/LabelProvider';
import { CreateMessage } from './CreateMessage';
import { MessageList } from './MessageList';
import { MessageSearch } from './MessageSearch';
import { MessageView } from './MessageView';
import './messages.css';

/** The messages of a catalog for developers. The address holds the search and the open message. */
export function MessagesPage() {
  const { t } = useLabels();
  const { catalog = '' } = useParams();
  const [parameters, setParameters] = useSearchParams();
  const canChange = usePermission(catalog, 'manage') === true;
  const sourceLocale = useCatalog(catalog).data?.sourceLocale ?? '';
  const search = parameters.get('q') ?? '';
  const lifecycle = LIFECYCLES.find((it) => it === parameters.get('lifecycle')) ?? '';
  const filter = useMemo<MessageFilter>(() => ({ search, lifecycle }), [search, lifecycle]);
  const setFilter = useCallback((next: MessageFilter) => setParameters(toQuery(next), { replace: true }), [setParameters]);
  const message = parameters.get('message');
  const isCreating = parameters.has('create') && canChange;
  const list = `?${toQuery(filter)}`;
  if (message !== null || isCreating) {
    return (
      <div className="page messages">
        <h1 className="visually-hidden">{t('messages.title')}</h1>
        <p><Link to={list}>{t('messages.all')}</Link></p>
        {message !== null
          ? <MessageView key={message} catalog={catalog} messageKey={message} sourceLocale={sourceLocale} canChange={canChange} />
          : <CreateMessage catalog={catalog} sourceLocale={sourceLocale} onClose={() => setFilter(filter)}
              onCreated={(key) => setParameters(toQuery(filter, { message: key }))} />}
      </div>
    );
  }
  return (
    <div className="page messages">
      <div className="page-header">
        <h1>{t('messages.title')}</h1>
        {canChange && <ButtonLink to={`?${toQuery(filter, { create: '' })}`} variant="primary">{t('messages.create')}</ButtonLink>}
      </div>
      <MessageSearch filter={filter} onChange={setFilter} />
      <MessageList catalog={catalog} sourceLocale={sourceLocale} filter={filter} address={(key) => `?${toQuery(filter, { message: key })}`} />
    </div>
  );
}

function toQuery({ search, lifecycle }: MessageFilter, more: Record<string, string> = {}): URLSearchParams {
  const query = new URLSearchParams(more);
  if (search) {
    query.set('q', search);
  }
  if (lifecycle) {
    query.set('lifecycle', lifecycle);
  }
  return query;
}
