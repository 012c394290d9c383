import { initialsOf } from '@/lib/core/initials';

/** The circle in front of a name; the name itself follows as text, so this is decoration. */
export function Avatar({ name, large = false }: { readonly name: string; readonly large?: boolean }) {
  return (
    <span className={large ? 'avatar avatar-large' : 'avatar'} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}
