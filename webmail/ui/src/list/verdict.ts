import type { Facts } from '../api/types';
import { isTextKey, t } from '../i18n/t';

/** How a verdict may look. Only `good` may look verified. */
export type Tone = 'good' | 'neutral' | 'pending' | 'sealed' | 'unopened' | 'warning' | 'bad' | 'absent';

const EXACT: Record<string, Tone> = {
  trusted: 'good',
  unsigned: 'neutral',
  sealed: 'sealed',
  pending: 'pending',
};

const FAMILIES: Record<string, Tone> = {
  invalid: 'bad',
  sealed: 'unopened',
};

/** A code that is not known is never shown better than doubtful. */
export function tone(facts: Facts | null): Tone {
  if (facts === null) {
    return 'absent';
  }
  const family = facts.code.split('.')[0] ?? '';
  return EXACT[facts.code] ?? FAMILIES[family] ?? 'warning';
}

export function toneWord(facts: Facts | null): string {
  const found = tone(facts);
  return found === 'absent' ? t('verdict.absent') : t(`verdict.tone.${found}`);
}

export function verdictSentence(facts: Facts | null): string {
  return facts === null ? t('verdict.absent.sentence') : facts.sentence;
}

export function originText(facts: Facts): string {
  const { kind, name, login } = facts.origin;
  if (kind === 'operator') {
    return t('origin.operator', { name });
  }
  return login === null || login === name
    ? t('origin.submitted', { name })
    : t('origin.submitted.login', { name, login });
}

export function sealText(facts: Facts): string {
  return t(`seal.${facts.seal}`);
}

/** The label of the most telling document. */
export function documentLabel(keywords: string[]): string {
  const key = `document.${keywords[0] ?? 'none'}`;
  return isTextKey(key) ? t(key) : t('document.none');
}
