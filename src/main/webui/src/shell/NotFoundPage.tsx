import { ButtonLink } from '../components/ButtonLink';
import { useLabels } from '../labels/LabelProvider';

/** The page for an address that does not exist, in the frame of the others. */
export function NotFoundPage() {
  const { t } = useLabels();
  return (
    <div className="load-failure">
      <h1>{t('common.notFound')}</h1>
      <ButtonLink to="/" variant="primary">{t('common.toCatalogs')}</ButtonLink>
    </div>
  );
}
