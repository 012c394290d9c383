import { Component, type ReactNode } from 'react';
import { text } from '@/lib/extension/text';
import { StateNote } from './StateNote';

interface ErrorFenceProps {
  readonly children: ReactNode;
}

/** An error while drawing becomes a calm page with a way on, never an empty window. */
export class ErrorFence extends Component<ErrorFenceProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    const again = (
      <button type="button" className="button button-primary" onClick={() => location.reload()}>
        {text('tryAgain')}
      </button>
    );
    return (
      <main className="shell">
        <StateNote title={text('errorUnexpected')} action={again}>
          <p>{text('errorSafe')}</p>
        </StateNote>
      </main>
    );
  }
}
