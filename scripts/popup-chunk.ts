import { join } from 'node:path';

/** What the bundler knows of a module. */
interface ModuleGraph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null;
}

const popup = join(import.meta.dirname, '../entrypoints/popup/main.tsx');
const reached = new Set<string>();

/**
 * One chunk for everything the popup needs, whatever other pages share with it: cut into several, the same code packs
 * worse, and the popup has a budget (docs/architecture.md). Other pages load it too; they have none.
 */
export function popupChunk(id: string, graph: ModuleGraph): string | null {
  if (reached.size === 0) reach(popup, graph);
  // The entry itself stays apart: it draws the popup wherever it is loaded. WXT's own module of pages is empty.
  return (reached.has(id) && id !== popup) || id.startsWith('\0virtual:wxt') ? 'popup-parts' : null;
}

function reach(id: string, graph: ModuleGraph): void {
  const found = graph.getModuleInfo(id);
  if (!found || reached.has(id)) return;
  reached.add(id);
  for (const next of found.importedIds) reach(next, graph);
}
