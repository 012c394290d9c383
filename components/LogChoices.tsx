import { type ReactNode, useEffect, useRef } from 'react';
import { text } from '@/lib/extension/text';
import { Icon } from './Icon';
import { type LogKind, logKeys } from './keys';

const labels = { call: 'pageCall', meeting: 'pageMeeting', mail: 'pageMail', chat: 'pageChat' } as const;

interface LogChoicesProps {
  readonly name: string;
  readonly onLog: (kind: LogKind) => void;
  /** Puts the focus on the first choice, for a strip that has just opened. */
  readonly focused?: boolean;
  readonly children?: ReactNode;
}

/** Call, meeting, mail, chat: one press logs it for today. */
export function LogChoices({ name, onLog, focused = false, children }: LogChoicesProps) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focused) first.current?.focus();
  }, [focused]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in every browser
    <div className="choices" role="group" aria-label={text('logFor', name)}>
      {Object.entries(logKeys).map(([key, kind], index) => (
        <button
          key={kind}
          ref={index === 0 ? first : undefined}
          type="button"
          className="choice"
          aria-keyshortcuts={focused ? key : undefined}
          onClick={() => onLog(kind)}
        >
          <Icon name={kind === 'call' ? 'phone' : kind} />
          {text(labels[kind])}
          {focused && (
            <span className="key" aria-hidden="true">
              {key}
            </span>
          )}
        </button>
      ))}
      {children}
    </div>
  );
}
