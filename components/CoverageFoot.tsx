import { text } from '@/lib/extension/text';
import type { Coverage } from './coverage';

interface CoverageFootProps {
  readonly coverage: Coverage | undefined;
  readonly onCatchUp: (url: string) => void;
}

/** How fresh the list is, and the way to make it fresher. */
export function CoverageFoot({ coverage, onCatchUp }: CoverageFootProps) {
  const url = coverage?.catchUpUrl;
  return (
    <footer className="foot">
      <span className="foot-text">{coverage?.sentence ?? text('noMailboxSeen')}</span>
      {url && (
        <button type="button" className="link-button" onClick={() => onCatchUp(url)}>
          {text('catchUp')}
        </button>
      )}
    </footer>
  );
}
