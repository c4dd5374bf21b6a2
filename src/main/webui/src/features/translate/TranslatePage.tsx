import { useParams } from 'react-router';
import { useCatalog } from '../../api/catalogs';
import { useSession } from '../../api/session';
import { Skeleton } from '../../components/Skeleton';
import { TranslateWorkspace } from './TranslateWorkspace';
import './translate.css';

/** The messages of a catalog, to be translated into one language. */
export function TranslatePage() {
  const { catalog = '', locale = '' } = useParams();
  const session = useSession();
  const loaded = useCatalog(catalog);
  if (!session.data || !loaded.data) {
    return <Skeleton lines={8} />;
  }
  // Another locale is another page: nothing that was open or selected remains.
  return <TranslateWorkspace key={`${catalog} ${locale}`} session={session.data} catalog={loaded.data} locale={locale} />;
}
