import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { root } from '../../scripts/paths.ts';

/** Each file starts browsers of its own; one at a time, so that timing says something about Holdfast. */
export default defineConfig({
  root,
  resolve: { alias: { '@': root } },
  test: {
    include: ['tests/e2e/*.e2e.test.ts'],
    exclude: ['node_modules'],
    environment: 'node',
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // How long a look may be repeated: a busy machine is slow, and a look ends as soon as it sees what it waits for.
    expect: { poll: { timeout: 15_000 } },
    setupFiles: [join(root, 'tests/e2e/support/setup.ts')],
    globalSetup: [join(root, 'tests/e2e/support/global-setup.ts')],
  },
});
