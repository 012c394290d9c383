import { useState } from 'react';
import { text } from '@/lib/extension/text';
import { send } from '@/lib/messaging/client';
import { newId } from '@/lib/messaging/new-id';
import type { CopyReport } from '@/lib/messaging/protocol';
import { useActs } from './acts';
import { CopyChooser } from './CopyChooser';
import { OptionsPart } from './OptionsPart';
import { SaveCopyButton } from './SaveCopyButton';

interface Trial {
  readonly text: string;
  readonly report: CopyReport;
}

/** Save a copy, and bring one back: the file is checked first, and nothing is changed before the user says so. */
export function OptionsCopies() {
  const acts = useActs();
  const [trial, setTrial] = useState<Trial>();
  const check = async (content: string) => {
    const report = await acts.attempt(() => send('bringBackCopy', { id: newId(), text: content, dryRun: true }));
    if (report) setTrial({ text: content, report });
  };
  const bringBack = async () => {
    if (!trial) return;
    const report = await acts.attempt(() => send('bringBackCopy', { id: newId(), text: trial.text, dryRun: false }));
    if (!report) return;
    acts.tell(report.text);
    setTrial(undefined);
  };
  return (
    <OptionsPart id="copies" title={text('menuCopies')} why={text('menuCopiesWhy')}>
      <div className="buttons">
        <SaveCopyButton />
        <CopyChooser onChosen={(content) => void check(content)} />
      </div>
      {trial && (
        <div className="card" role="status">
          <p>{trial.report.text}</p>
          <div className="buttons">
            {trial.report.ok && trial.report.added + trial.report.changed > 0 && (
              <button type="button" className="button button-primary" onClick={() => void bringBack()}>
                {text('bringBackNow')}
              </button>
            )}
            <button type="button" className="button" onClick={() => setTrial(undefined)}>
              {text('pageClose')}
            </button>
          </div>
        </div>
      )}
    </OptionsPart>
  );
}
