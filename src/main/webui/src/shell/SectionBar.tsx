import { ChevronDown } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { NavLink, useLocation, useNavigate } from 'react-router';
import { useLabels } from '../labels/LabelProvider';

interface Section {
  to: string;
  label: string;
}

/** The sections of a catalog: in a row if there is room, otherwise in a menu. The first one is their common parent. */
export function SectionBar({ sections }: { sections: readonly Section[] }) {
  const { t } = useLabels();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const parent = sections[0]?.to;
  const current = sections.findLast(({ to }) => pathname === to || (to !== parent && pathname.startsWith(`${to}/`)));
  return (
    <nav className="section-bar" aria-label={t('common.sections')}>
      <ul>
        {sections.map(({ to, label }) => <li key={label}><NavLink to={to} end={to === parent}>{label}</NavLink></li>)}
      </ul>
      <MenuTrigger>
        <Button className="button quiet section-menu">
          {current?.label ?? t('common.sections')}
          <ChevronDown aria-hidden size={16} />
        </Button>
        <Popover className="popover" placement="bottom start">
          <Menu className="menu" aria-label={t('common.sections')}>
            {sections.map(({ to, label }) => (
              <MenuItem key={label} className="menu-item" onAction={() => void navigate(to)}>{label}</MenuItem>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </nav>
  );
}
