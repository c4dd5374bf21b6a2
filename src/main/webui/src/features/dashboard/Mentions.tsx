import { Button } from 'react-aria-components';
import { Link } from 'react-router';
import { useMentions, type Mention } from '../../api/comments';
import { Time } from '../../components/Time';
import { useLabels } from '../../labels/LabelProvider';
import { translateAddress } from '../../locales/translateAddress';

/** The open comments that mention the person, each with a link to its message. Takes no room if there are none. */
export function Mentions() {
  const { t } = useLabels();
  const pages = useMentions();
  const mentions = pages.data?.pages.flatMap((page) => page.comments) ?? [];
  if (mentions.length === 0) {
    return null;
  }
  return (
    <section className="mentions" aria-labelledby="dashboard-mentions">
      <h2 id="dashboard-mentions">{t('dashboard.mentions')}</h2>
      <ul>
        {mentions.map((mention) => (
          <li key={`${mention.catalog} ${mention.id}`}>
            <p dir="auto">{mention.text}</p>
            <p className="muted">
              <Link to={addressOf(mention)} dir="auto">{`${mention.catalog} / ${mention.key}`}</Link> · <bdi>{mention.author}</bdi> · <Time value={mention.createdAt} />
            </p>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button className="button small" isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>{t('common.more')}</Button>
      )}
    </section>
  );
}

/** A comment about all languages leads to the text in the language of the person. */
function addressOf({ catalog, key, locale }: Mention): string {
  return locale ? translateAddress(catalog, locale, { key }) : `/go/${encodeURIComponent(catalog)}/${encodeURIComponent(key)}`;
}
