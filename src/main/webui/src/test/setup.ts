import { cleanup } from '@testing-library/react';
import 'fake-indexeddb/auto';
import { afterEach, vi } from 'vitest';

// The library asks the document for a nonce.
vi.stubGlobal('CSS', { escape: (text: string) => text });

afterEach(cleanup);
