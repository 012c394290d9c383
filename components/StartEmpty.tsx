import { useState } from 'react';
import { text } from '@/lib/extension/text';
import { newId } from '@/lib/messaging/new-id';
import { useActs } from './acts';

/** Where the data is damaged: the last way, asked twice. */
export function StartEmpty({ onRepaired }: { readonly onRepaired: () => void }) {
  const acts = useActs();
  const [asks, setAsks] = useState(false);
  const start = async () => {
    if (await acts.run('repair', { id: newId(), choice: 'start-empty' })) onRepaired();
  };
  if (!asks) {
    return (
      <button type="button" className="button" onClick={() => setAsks(true)}>
        {text('troubleStartEmpty')}
      </button>
    );
  }
  return (
    <div className="card" role="alert">
      <p>{text('troubleEmptySure')}</p>
      <div className="buttons">
        <button type="button" className="button button-danger" onClick={() => void start()}>
          {text('troubleStartEmpty')}
        </button>
        <button type="button" className="button" onClick={() => setAsks(false)}>
          {text('pageBack')}
        </button>
      </div>
    </div>
  );
}
