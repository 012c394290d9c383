import { useEffect, useState } from 'react';
import { text } from '@/lib/extension/text';
import type { Notice } from './acts';

const shownForMs = 10_000;

interface ToastProps {
  readonly notice: Notice | undefined;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** Says what was just done, with "Undo" for ten seconds; waits while pointed at or focused. */
export function Toast({ notice, onUndo, onDismiss }: ToastProps) {
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!notice || held) return;
    const timer = setTimeout(onDismiss, shownForMs);
    return () => clearTimeout(timer);
  }, [notice, held, onDismiss]);
  return (
    <div className="toast-place" role="status">
      {notice && (
        // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it from going away
        <div
          className={notice.failed ? 'toast toast-failed' : 'toast'}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span>{notice.text}</span>
          {notice.undoable && (
            <button type="button" className="link-button" aria-keyshortcuts="z" onClick={onUndo}>
              {text('pageUndo')}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
