import { Component, type ReactNode } from 'react';

interface State {
  failed: boolean;
}

/** The last resort, without labels: they may be what could not be loaded. */
export class LoadFailure extends Component<{ children: ReactNode }, State> {
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? (
      <main className="load-failure">
        <h1>Parlance</h1>
        <p>The service cannot be reached. Your drafts are kept in this browser.</p>
        <button type="button" className="button primary" onClick={() => window.location.reload()}>Try again</button>
      </main>
    ) : this.props.children;
  }
}
