import { useEffect, useRef } from 'react';
import { isUrgent } from '@/lib/core/agenda';
import { countText, text } from '@/lib/extension/text';
import type { BulkPart } from './BulkBar';
import { BulkPause } from './BulkPause';
import { BulkTags } from './BulkTags';
import { type LogKind, logKindOf } from './keys';
import { LogChoices } from './LogChoices';
import { MoreLogChoices } from './MoreLogChoices';
import { SkipForm } from './SkipForm';
import { SnoozeChoices } from './SnoozeChoices';
import { stageNames } from './stage-text';
import type { Bulk, BulkWhat } from './use-bulk';
import { useKeys } from './use-keys';
import { tagsAmong, type Waiting } from './whole-list';

interface BulkTrayProps {
  readonly part: BulkPart;
  /** Everybody who is selected. */
  readonly people: readonly Waiting[];
  readonly bulk: Bulk;
}

/** The choices of one thing to do; a press on one of them does it. */
export function BulkTray({ part, people, bulk }: BulkTrayProps) {
  const name = countText(people.length, 'peopleOne', 'peopleOther');
  const run = (what: BulkWhat) => void bulk.run(what);
  useKeys((event) => {
    const kind = part === 'log' ? logKindOf(event) : undefined;
    if (!kind) return;
    event.preventDefault();
    run({ do: 'log', kind });
  });
  if (part === 'log') {
    const onLog = (kind: LogKind) => run({ do: 'log', kind });
    return (
      <LogChoices focused name={name} onLog={onLog}>
        <MoreLogChoices onLog={onLog} />
      </LogChoices>
    );
  }
  if (part === 'snooze') {
    return <SnoozeChoices focused name={name} onSnooze={(untilOn) => run({ do: 'snooze', untilOn })} />;
  }
  if (part === 'skip') return <Skip name={name} people={people} bulk={bulk} />;
  if (part === 'tag') {
    const onTag = (tag: string) => run({ do: 'tag', tag });
    return <BulkTags tags={tagsAmong(people)} onTag={onTag} onUntag={(tag) => run({ do: 'untag', tag })} />;
  }
  if (part === 'stage') return <Stages onStage={(stage) => run({ do: 'stage', stage })} />;
  return <BulkPause onPause={(end) => run({ do: 'pause', ...end })} />;
}

interface SkipProps extends Omit<BulkTrayProps, 'part'> {
  readonly name: string;
}

/** "Not now", for those who can wait. */
function Skip({ name, people, bulk }: SkipProps) {
  const able = people.filter((one) => !isUrgent(one)).map(({ contact }) => contact.id);
  const staying = people.length - able.length;
  return (
    <>
      {staying > 0 && <p className="quiet">{countText(staying, 'listStaysOne', 'listStaysOther')}</p>}
      {able.length > 0 && <SkipForm name={name} onSkip={(reason) => void bulk.run({ do: 'skip', reason }, able)} />}
    </>
  );
}

type Stage = (typeof stageNames)[number][0];

function Stages({ onStage }: { readonly onStage: (stage: Stage) => void }) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser
    <div className="choices" role="group" aria-label={text('fieldStage')}>
      {stageNames.map(([stage, key], index) => (
        <button
          key={stage}
          ref={index === 0 ? first : undefined}
          type="button"
          className="choice"
          onClick={() => onStage(stage)}
        >
          {text(key)}
        </button>
      ))}
    </div>
  );
}
