import type { Session } from './session';

/** What a person may do with the texts of a catalog in one locale. */
export interface LocalePermissions {
  translate: boolean;
  approve: boolean;
  manage: boolean;
  /** The locales to which the person is limited; empty if there is no limit. */
  locales: string[];
}

export function permissionsIn(session: Session, catalog: string, locale: string): LocalePermissions {
  const { permissions = [], locales = [] } = session.catalogs.find((it) => it.catalog === catalog) ?? {};
  const has = (permission: string) => session.administrator || permissions.includes(permission);
  const inLocale = session.administrator || locales.length === 0 || locales.includes(locale);
  return { translate: has('translate') && inLocale, approve: has('approve') && inLocale, manage: has('manage'), locales };
}
