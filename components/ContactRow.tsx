import { useId } from 'react';
import { text } from '@/lib/extension/text';
import { Avatar } from './Avatar';
import { IconButton } from './IconButton';
import { LogChoices } from './LogChoices';
import type { RowDeeds, RowView } from './row-view';
import { SkipForm } from './SkipForm';
import { SnoozeChoices } from './SnoozeChoices';
import { StatusPill } from './StatusPill';

export type RowPart = 'log' | 'snooze' | 'skip';

interface ContactRowProps {
  readonly row: RowView;
  readonly deeds: RowDeeds;
  /** The line the keyboard stands on: it shows its reason in full and its actions below. */
  readonly active: boolean;
  /** Whether the line takes part in the Tab order: exactly one of a list does. */
  readonly reachable: boolean;
  /** Which choices are open under it. */
  readonly part?: RowPart;
  readonly onPart: (part: RowPart | undefined) => void;
}

/** One contact of the list: who, how it stands, why, and what to do. */
export function ContactRow({ row, deeds, active, reachable, part, onPart }: ContactRowProps) {
  const reasonId = useId();
  return (
    <article className={active ? 'row row-active' : 'row'} data-contact={row.contactId}>
      <Avatar name={row.name} />
      <button
        type="button"
        className="row-name"
        aria-describedby={reasonId}
        tabIndex={reachable ? 0 : -1}
        title={[row.name, row.company].filter(Boolean).join(' · ')}
        onClick={() => deeds.open(row)}
      >
        <bdi className="row-who">{row.name}</bdi> {row.company && <bdi className="row-company">{row.company}</bdi>}
      </button>
      <StatusPill status={row.status} label={row.label} />
      <div className="row-second">
        <p id={reasonId} className="row-reason" title={row.reason}>
          {row.reason}
        </p>
        <RowActions row={row} deeds={deeds} reachable={reachable} part={part} onPart={onPart} />
      </div>
      {part && (
        <div className="row-part">
          {part === 'log' && <LogChoices focused name={row.name} onLog={(kind) => deeds.log(row, kind)} />}
          {part === 'snooze' && <SnoozeChoices focused name={row.name} onSnooze={(on) => deeds.snooze(row, on)} />}
          {part === 'skip' && <SkipForm name={row.name} onSkip={(reason) => deeds.skip(row, reason)} />}
        </div>
      )}
    </article>
  );
}

type RowActionsProps = Pick<ContactRowProps, 'row' | 'deeds' | 'reachable' | 'part' | 'onPart'>;

function RowActions({ row, deeds, reachable, part, onPart }: RowActionsProps) {
  const tabIndex = reachable ? 0 : -1;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser
    <div className="row-actions" role="group" aria-label={text('actionsFor', row.name)}>
      <button
        type="button"
        className="button button-small button-primary row-step"
        aria-keyshortcuts="m"
        tabIndex={tabIndex}
        onClick={() => (row.step.act === 'call' ? onPart('log') : deeds.takeStep(row))}
      >
        {row.step.label}
      </button>
      <RowIcons row={row} deeds={deeds} tabIndex={tabIndex} part={part} onPart={onPart} />
    </div>
  );
}

interface RowIconsProps extends Omit<RowActionsProps, 'reachable'> {
  readonly tabIndex: number;
}

const trays = [
  { part: 'log', icon: 'log', label: 'logFor', shortcut: 'l' },
  { part: 'snooze', icon: 'clock', label: 'snoozeFor', shortcut: 's' },
  { part: 'skip', icon: 'skip', label: 'skipFor', shortcut: 'n' },
] as const;

function RowIcons({ row, deeds, tabIndex, part, onPart }: RowIconsProps) {
  return (
    <span className="row-icons">
      {trays
        .filter((tray) => tray.part !== 'skip' || row.canSkip)
        .map((tray) => (
          <IconButton
            key={tray.part}
            icon={tray.icon}
            label={text(tray.label, row.name)}
            shortcut={tray.shortcut}
            pressed={part === tray.part}
            tabIndex={tabIndex}
            onClick={() => onPart(part === tray.part ? undefined : tray.part)}
          />
        ))}
      {row.owedInteractionId && (
        <IconButton
          icon="check"
          label={text('pageNoReplyNeeded')}
          shortcut="x"
          tabIndex={tabIndex}
          onClick={() => deeds.noReplyNeeded(row)}
        />
      )}
      <IconButton
        icon="search"
        label={deeds.searchesMail ? text('searchMailOf', row.name) : text('openMailbox')}
        tabIndex={tabIndex}
        onClick={() => deeds.searchMail(row)}
      />
    </span>
  );
}
