import type { Tier } from '@/lib/core/model';
import { text } from '@/lib/extension/text';

const tiers = [
  ['a', 'tierA'],
  ['b', 'tierB'],
  ['c', 'tierC'],
] as const;

interface ContactTierFieldProps {
  readonly tier: Tier | undefined;
  readonly onChange: (tier: Tier | undefined) => void;
}

/** How much the contact or account matters beside others that are due. */
export function ContactTierField({ tier, onChange }: ContactTierFieldProps) {
  return (
    <label className="field">
      <span>{text('fieldTier')}</span>
      <select
        value={tier ?? ''}
        onChange={(event) => onChange(tiers.find(([name]) => name === event.target.value)?.[0])}
      >
        <option value="">{text('tierNone')}</option>
        {tiers.map(([name, key]) => (
          <option key={name} value={name}>
            {text(key)}
          </option>
        ))}
      </select>
    </label>
  );
}
