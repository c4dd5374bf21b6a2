const TARGET = 'parlance.pageAfterSignIn';

/** Keeps the page while the browser is at the OpenID provider, which returns to the sign-in page without it. */
export function rememberPageAfterSignIn(page: string): void {
  sessionStorage.setItem(TARGET, page);
}

/** Returns a path of the editor; anything else would send people elsewhere after they have signed in. */
export function pageAfterSignIn(requested: string | null): string {
  const page = requested ?? sessionStorage.getItem(TARGET);
  return page && /^\/(?![/\\])/.test(page) ? page : '/';
}
