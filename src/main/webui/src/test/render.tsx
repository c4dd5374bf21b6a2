import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import english from '../../../../../translations/web/en.json';
import { AnnouncementProvider } from '../components/Announcements';
import type { LabelBundle } from '../labels/bundle';
import type { LabelKey } from '../labels/keys';
import { LabelProvider } from '../labels/LabelProvider';

const messages = Object.fromEntries(Object.entries(english.texts).map(([key, text]) => [key, text.message])) as Record<LabelKey, string>;
const bundle: LabelBundle = { locale: 'en', direction: 'ltr', messages };

/** Renders a component with the English labels, at an address. */
export function renderPage(page: ReactNode, address = '/') {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });
  return render(
    <QueryClientProvider client={queries}>
      <LabelProvider bundle={bundle}>
        <AnnouncementProvider>
          <MemoryRouter initialEntries={[address]}>{page}</MemoryRouter>
        </AnnouncementProvider>
      </LabelProvider>
    </QueryClientProvider>,
  );
}
