import type { Ref } from 'react';
import { Icon, type IconName } from './Icon';

interface IconButtonProps {
  readonly icon: IconName;
  /** The accessible name, also shown as tooltip. */
  readonly label: string;
  /** Single key that does the same, shown in the tooltip. */
  readonly shortcut?: string;
  readonly onClick: () => void;
  readonly pressed?: boolean;
  readonly tabIndex?: number;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button that shows only a drawing; its name is read out and shown as tooltip. */
export function IconButton({ icon, label, shortcut, onClick, pressed, tabIndex, ref }: IconButtonProps) {
  return (
    <button
      ref={ref}
      type="button"
      className="icon-button"
      aria-label={label}
      aria-keyshortcuts={shortcut}
      aria-expanded={pressed}
      title={shortcut ? `${label} (${shortcut})` : label}
      tabIndex={tabIndex}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
