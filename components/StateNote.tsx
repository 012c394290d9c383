import type { ReactNode } from 'react';

interface StateNoteProps {
  readonly title: string;
  readonly children?: ReactNode;
  /** The one thing to do next. */
  readonly action?: ReactNode;
}

/** A calm page of words where there is no list: nothing to do yet, nothing left to do, or something in the way. */
export function StateNote({ title, children, action }: StateNoteProps) {
  return (
    <section className="state-note">
      <h2>{title}</h2>
      {children}
      {action && <div className="state-action">{action}</div>}
    </section>
  );
}
