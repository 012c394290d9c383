import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
  plugins: [WxtVitest()],
  test: {
    environment: 'node',
    include: ['{lib,components,entrypoints,scripts}/**/*.test.{ts,tsx}', 'tests/*.test.{ts,tsx}'],
    setupFiles: ['tests/support/setup.ts'],
    // A property test tries hundreds of cases: on two busy cores that takes longer than the usual five seconds.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    mockReset: true,
    restoreMocks: true,
  },
});
