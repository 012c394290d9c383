import type { ReactNode } from 'react';
import { text } from '@/lib/extension/text';
import { useActs } from './acts';
import { commandOf } from './keys';
import { Logo } from './Logo';
import { Toast } from './Toast';
import { useKeys } from './use-keys';

interface TabShellProps {
  readonly busy?: boolean;
  readonly className?: string;
  /** What the head offers beside our name. */
  readonly tools?: ReactNode;
  readonly children?: ReactNode;
}

/** What stands around a page in a tab whatever is being read: our name, and what was last done with its undo. */
export function TabShell({ busy = false, className, tools, children }: TabShellProps) {
  const acts = useActs();
  useKeys((event) => {
    if (commandOf(event) !== 'undo') return;
    event.preventDefault();
    void acts.undoLast();
  });
  return (
    <div className={className ? `tab ${className}` : 'tab'}>
      <header className="tab-head">
        <Logo />
        <span>{text('extensionName')}</span>
        {tools}
      </header>
      <main aria-busy={busy}>{children}</main>
      <Toast notice={acts.notice} onUndo={() => void acts.undoLast()} onDismiss={acts.dismiss} />
    </div>
  );
}
