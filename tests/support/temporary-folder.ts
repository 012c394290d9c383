import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders = new Set<string>();

/** A new folder outside the project. It goes with the test file or the script that made it, however that ends. */
export function temporaryFolder(purpose: string): string {
  if (folders.size === 0) process.once('exit', removeTemporaryFolders);
  const folder = mkdtempSync(join(tmpdir(), `holdfast-${purpose}-`));
  folders.add(folder);
  return folder;
}

/** A browser that a failed test left open may still write: what cannot go now goes when the process ends. */
export function removeTemporaryFolders(): void {
  for (const folder of folders) {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
      folders.delete(folder);
    } catch (error) {
      console.warn(`${folder} is still in use: ${error}`);
    }
  }
}
