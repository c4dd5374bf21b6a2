import { Check, ChevronsUpDown } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { useMatch, useNavigate } from 'react-router';
import { useCatalog, useCatalogs } from '../api/catalogs';
import { useLabels } from '../labels/LabelProvider';

/** Sections that every catalog has at the same address. The translate page needs a locale, which another catalog may lack. */
const KEPT_SECTIONS = ['messages', 'releases', 'files', 'settings'];

/** Shows the catalog of the page, and opens the same section of another one. */
export function CatalogSwitcher() {
  const { t } = useLabels();
  const navigate = useNavigate();
  const match = useMatch('/catalogs/:catalog/*');
  const current = match?.params.catalog ?? '';
  const catalog = useCatalog(current, current !== '');
  const pages = useCatalogs();
  const section = KEPT_SECTIONS.find((it) => it === match?.params['*']);
  const open = (name: string) => void navigate(`/catalogs/${encodeURIComponent(name)}${section ? '/' + section : ''}`);
  const catalogs = pages.data?.pages.flatMap((page) => page.catalogs) ?? [];
  const title = current === '' ? t('common.toCatalogs') : catalog.data?.title ?? current;
  return (
    <MenuTrigger>
      <Button className="button quiet catalog-switcher" aria-label={t('common.switchCatalog', { title })}>
        <span dir="auto">{title}</span>
        <ChevronsUpDown aria-hidden size={16} />
      </Button>
      <Popover className="popover" placement="bottom start">
        <Menu className="menu">
          <MenuItem className="menu-item" onAction={() => void navigate('/')}>{t('common.toCatalogs')}</MenuItem>
          {catalogs.map((it) => (
            <MenuItem key={it.name} className="menu-item menu-item-row" textValue={it.title} onAction={() => open(it.name)}>
              <span dir="auto">{it.title}</span>
              {it.name === current && <Check aria-label={t('common.current')} size={16} />}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
