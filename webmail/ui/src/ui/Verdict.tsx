import type { ReactNode } from 'react';
import type { Facts } from '../api/types';
import { tone, toneWord, verdictSentence, type Tone } from '../list/verdict';
import { Icon, type IconName } from './icons';

const ICONS: Record<Tone, IconName> = {
  good: 'check',
  neutral: 'dash',
  pending: 'clock',
  sealed: 'lock',
  unopened: 'alert',
  warning: 'alert',
  bad: 'cross',
  absent: 'question',
};

/** A verdict in two words: drawing, word and colour say the same, so that none is needed alone. */
export function VerdictBadge({ facts }: { facts: Facts | null }): ReactNode {
  const found = tone(facts);
  return (
    <span className={`verdict badge verdict-${found}`}>
      <Icon name={ICONS[found]} />
      {toneWord(facts)}
    </span>
  );
}

/** The same as a sentence. */
export function VerdictLine({ facts }: { facts: Facts | null }): ReactNode {
  const found = tone(facts);
  const sentence = facts === null ? toneWord(facts) : verdictSentence(facts);
  return (
    <span className={`verdict verdict-${found}`} title={sentence}>
      <Icon name={ICONS[found]} />
      <span className="verdict-text">{sentence}</span>
    </span>
  );
}
