import { type ReactNode, useEffect, useRef } from 'react';
import { text } from '@/lib/extension/text';
import { IconButton } from './IconButton';
import { Logo } from './Logo';

interface BarProps {
  readonly title: string;
  readonly subtitle?: string;
  /** Set on pages that lead back to the list. */
  readonly onBack?: () => void;
  readonly children?: ReactNode;
}

/** The head of the popup. A page that replaces the list takes the focus to its title. */
export function Bar({ title, subtitle, onBack, children }: BarProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const isPage = onBack !== undefined;
  useEffect(() => {
    if (isPage) heading.current?.focus();
  }, [isPage]);
  return (
    <header className="bar">
      {onBack ? <IconButton icon="back" label={text('pageBack')} shortcut="Escape" onClick={onBack} /> : <Logo />}
      <div className="bar-text">
        <h1 ref={heading} tabIndex={-1}>
          <bdi>{title}</bdi>
        </h1>
        {subtitle && <p>{subtitle}</p>}
      </div>
      {children}
    </header>
  );
}
