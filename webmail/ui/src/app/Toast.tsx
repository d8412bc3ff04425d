import { useSyncExternalStore, type ReactNode } from 'react';
import { Icon } from '../ui/icons';

const SHOWN_MILLIS = 8_000;

let text = '';
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function set(next: string): void {
  text = next;
  listeners.forEach((listener) => listener());
}

/** Says for a few seconds that something is done. */
export function announce(sentence: string): void {
  clearTimeout(timer);
  set(sentence);
  timer = setTimeout(() => set(''), SHOWN_MILLIS);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toast(): ReactNode {
  const shown = useSyncExternalStore(subscribe, () => text);
  return (
    <div className="toast" role="status" data-shown={shown !== ''}>
      {shown !== '' && (
        <>
          <Icon name="check" />
          {shown}
        </>
      )}
    </div>
  );
}
