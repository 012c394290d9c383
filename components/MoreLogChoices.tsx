import { text } from '@/lib/extension/text';
import type { LogKind } from './keys';

const choices = [
  ['letter', 'pageLetter'],
  ['gift', 'pageGift'],
  ['social', 'pageSocial'],
] as const satisfies readonly (readonly [LogKind, string])[];

/** Letter, gift and social media: logged less often, so only where there is room for them. */
export function MoreLogChoices({ onLog }: { readonly onLog: (kind: LogKind) => void }) {
  return choices.map(([kind, key]) => (
    <button key={kind} type="button" className="choice" onClick={() => onLog(kind)}>
      {text(key)}
    </button>
  ));
}
