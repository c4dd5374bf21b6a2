/**
 * Authorization of HTTP requests, and the current caller.
 *
 * <p>Every resource method declares its access rule: {@code @RequiresPermission} for a permission in the catalog of its path, or
 * {@code @AllowedCallers} for a group of callers. {@code AuthorizationFilter} enforces the rules. A method with neither or both
 * annotations stops the service at startup, so no method is exposed by omission. Container roles such as {@code @RolesAllowed} are
 * not used: they would be checked before the filter, and know no catalogs.
 *
 * <p>Permissions are checked against the snapshot in memory, so authorization works while the database is down. Before a known
 * caller is denied, {@code PermissionReload} refreshes the snapshot, because another replica may have granted access a moment ago.
 * Anonymous callers never cause a query.
 *
 * <p>A private catalog answers 404 to callers without access, exactly like an unknown catalog. Responses that are not public are
 * sent with {@code Cache-Control: private, no-store}.
 */
@NullMarked
package dev.parlance.rest.access;

import org.jspecify.annotations.NullMarked;
