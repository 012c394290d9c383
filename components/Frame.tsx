import type { ReactNode, Ref } from 'react';
import { useActs } from './acts';
import { Toast } from './Toast';

interface FrameProps {
  readonly head: ReactNode;
  readonly foot?: ReactNode;
  readonly busy?: boolean;
  /** The part that scrolls. */
  readonly mainRef?: Ref<HTMLElement>;
  readonly children?: ReactNode;
}

/** The popup's skeleton: it stands at once, whatever is still being read. */
export function Frame({ head, foot, busy = false, mainRef, children }: FrameProps) {
  const acts = useActs();
  return (
    <div className="shell">
      {head}
      <main ref={mainRef} aria-busy={busy}>
        {children}
      </main>
      <Toast notice={acts.notice} onUndo={() => void acts.undoLast()} onDismiss={acts.dismiss} />
      {foot}
    </div>
  );
}
