import { useSession } from './session';

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
