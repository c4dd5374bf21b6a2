import { useSession, type Session } from './session';

/** A permission in a catalog. */
export type Permission = 'read' | 'read-draft' | 'translate' | 'approve' | 'manage' | 'import' | 'publish' | 'administer';

/** Returns whether the caller has a permission in a catalog; `undefined` while this is not known yet. */
export function usePermission(catalog: string, permission: Permission): boolean | undefined {
  const session = useSession();
  if (session.isPending) {
    return undefined;
  }
  const granted = session.data?.catalogs.find((it) => it.catalog === catalog)?.permissions;
  return session.data?.administrator === true || granted?.includes(permission) === true;
}

/** The permissions of a person for the texts of a catalog in one locale. */
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
