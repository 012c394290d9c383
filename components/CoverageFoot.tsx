import { text } from '@/lib/extension/text';
import type { Freshness } from './coverage';

interface CoverageFootProps {
  readonly freshness: Freshness | undefined;
  readonly onCatchUp: (url: string) => void;
}

/** How fresh the list is, and the way to make it fresher. */
export function CoverageFoot({ freshness, onCatchUp }: CoverageFootProps) {
  const url = freshness?.catchUpUrl;
  return (
    <footer className="foot">
      <span className="foot-text">
        {(freshness?.lines ?? [text('noMailboxSeen')]).map((line) => (
          <bdi key={line} className="foot-line">
            {line}
          </bdi>
        ))}
      </span>
      {url && (
        <button type="button" className="link-button" onClick={() => onCatchUp(url)}>
          {text('catchUp')}
        </button>
      )}
    </footer>
  );
}
