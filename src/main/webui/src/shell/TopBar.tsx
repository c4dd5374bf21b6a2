import { CircleUser } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Link, useNavigate } from 'react-router';
import { useSignOut, type Session } from '../api/session';
import { useKeyboardSheet } from '../components/KeyboardSheet';
import { useLabels } from '../labels/LabelProvider';
import { CatalogSwitcher } from './CatalogSwitcher';

/** The bar with the name of the product, the catalogs and the menu of the account. */
export function TopBar({ session }: { session: Session }) {
  const { t } = useLabels();
  const navigate = useNavigate();
  const signOut = useSignOut();
  const openKeyboardSheet = useKeyboardSheet();
  return (
    <header className="top-bar">
      <Link to="/" className="brand">Parlance</Link>
      <CatalogSwitcher />
      <MenuTrigger>
        <Button className="button quiet account-menu" aria-label={t('account.menu', { name: session.name })}>
          <CircleUser aria-hidden size={20} />
          <span className="wide-only" dir="auto">{session.name}</span>
        </Button>
        <Popover className="popover" placement="bottom end">
          <Menu className="menu">
            <MenuItem className="menu-item" onAction={() => void navigate('/account')}>{t('account.title')}</MenuItem>
            <MenuItem className="menu-item" onAction={openKeyboardSheet}>{t('common.keys.title')}</MenuItem>
            <MenuItem className="menu-item" onAction={() => signOut.mutate()}>{t('account.signOut')}</MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </header>
  );
}
