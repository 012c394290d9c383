import type { ReactNode } from 'react';

interface SideNoteProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** The side panel without a card: what is so, and what to do. */
export function SideNote({ title, children }: SideNoteProps) {
  return (
    <section className="side-note">
      <h1>{title}</h1>
      {children}
    </section>
  );
}
