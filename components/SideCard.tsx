import { text } from '@/lib/extension/text';
import { ContactTabPage } from './ContactTabPage';
import { useWholeContact } from './contact-whole';
import { Icon } from './Icon';
import { SideNote } from './SideNote';

interface SideCardProps {
  readonly contactId: string;
  /** How many contacts the page shows, to go back to. `undefined`: this one alone. */
  readonly others: number | undefined;
  readonly onBack: () => void;
}

/** Everything about one contact, as its own page has it. */
export function SideCard({ contactId, others, onBack }: SideCardProps) {
  const whole = useWholeContact(contactId);
  return (
    <>
      {others !== undefined && (
        <button type="button" className="link-button side-back" onClick={onBack}>
          <Icon name="back" size={12} /> {text('sideAll', others)}
        </button>
      )}
      {whole && <ContactTabPage whole={whole} wording={undefined} />}
      {whole === null && <SideNote title={text('contactGone')} />}
    </>
  );
}
