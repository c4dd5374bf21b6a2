/** Shown until the service that is starting can give the labels, so it has none itself. */
export function ServiceStarting() {
  return (
    <main className="load-failure" lang="en" role="status">
      <h1>Parlance</h1>
      <p>The service is starting. This page opens as soon as it is ready.</p>
    </main>
  );
}
