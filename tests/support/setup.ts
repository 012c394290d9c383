import 'fake-indexeddb/auto';
import { afterEach } from 'vitest';
import { nothingUnderway } from './underway';

afterEach(async () => {
  if (typeof document === 'undefined') return;
  const { cleanup } = await import('@testing-library/react');
  cleanup();
  await nothingUnderway();
});
