import { useEffect } from 'react';
import { useLocation, useParams } from 'react-router';
import { useDraft } from '../../api/catalogs';
import { usePermission } from '../../api/permissions';
import { ProblemMessage } from '../../components/ProblemMessage';
import { Skeleton } from '../../components/Skeleton';
import { useLabels } from '../../labels/LabelProvider';
import { ChannelsSection } from './ChannelsSection';
import { GeneralSection } from './GeneralSection';
import { GlossarySection } from './GlossarySection';
import { KeysSection } from './KeysSection';
import { LocalesSection } from './LocalesSection';
import { MembersSection } from './MembersSection';
import { VisibilitySection } from './VisibilitySection';
import { WebhooksSection } from './WebhooksSection';
import './settings.css';

const SECTIONS = ['general', 'visibility', 'locales', 'members', 'keys', 'channels', 'webhooks', 'glossary'] as const;

/** The settings of a catalog, one section below the other. Each has an anchor. */
export function SettingsPage() {
  const { t } = useLabels();
  const { catalog = '' } = useParams();
  const { hash } = useLocation();
  const draft = useDraft(catalog);
  const canManage = usePermission(catalog, 'manage') === true;
  const canAdminister = usePermission(catalog, 'administer') === true;
  const canPublish = usePermission(catalog, 'publish') === true;
  const isLoaded = draft.isSuccess;
  useEffect(() => {
    // The browser looked for the anchor before the sections were there.
    if (isLoaded && hash) {
      const section = document.getElementById(hash.slice(1));
      section?.scrollIntoView();
      section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    }
  }, [isLoaded, hash]);
  return (
    <div className="page settings">
      <h1>{t('settings.title')}</h1>
      <nav aria-label={t('settings.contents')}>
        <ul className="settings-contents">
          {SECTIONS.map((id) => <li key={id}><a href={`#${id}`}>{t(`settings.${id}`)}</a></li>)}
        </ul>
      </nav>
      {draft.isPending && <Skeleton lines={12} />}
      {draft.isError && <ProblemMessage error={draft.error} onRetry={() => void draft.refetch()} />}
      {draft.data && (
        <>
          <GeneralSection draft={draft.data} canChange={canManage} />
          <VisibilitySection draft={draft.data} canChange={canAdminister} />
          <LocalesSection draft={draft.data} canChange={canManage} />
          <MembersSection draft={draft.data} canChange={canAdminister} />
          <KeysSection draft={draft.data} canChange={canAdminister} />
          <ChannelsSection catalog={catalog} canChange={canPublish} />
          <WebhooksSection catalog={catalog} canChange={canManage} />
          <GlossarySection draft={draft.data} canChange={canManage} />
        </>
      )}
    </div>
  );
}
