import fr from './fr.json';

export type TextKey = keyof typeof fr;

/** The French text of a key, its {names} replaced. */
export function t(key: TextKey, values: Record<string, string | number> = {}): string {
  return fr[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(fr, key);
}

const plurals = new Intl.PluralRules('fr-FR');

/** A counted thing: the singular also for zero, as French has it. */
export function countOf(key: 'list.total', count: number): string {
  return t(`${key}.${plurals.select(count) === 'one' ? 'one' : 'other'}`, { count });
}

const dayFormat = new Intl.DateTimeFormat('fr-FR', { day: 'numeric', month: 'short', year: 'numeric' });
const timeFormat = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit' });
const longFormat = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'full', timeStyle: 'short' });

/** The hour today, the day before. */
export function shortDate(iso: string | null, now: Date = new Date()): string {
  if (iso === null) {
    return '';
  }
  const date = new Date(iso);
  return date.toDateString() === now.toDateString() ? timeFormat.format(date) : dayFormat.format(date);
}

export function longDate(iso: string | null): string {
  return iso === null ? '' : longFormat.format(new Date(iso));
}

export function fileSize(bytes: number): string {
  if (bytes < 1000) {
    return t('size.bytes', { n: bytes });
  }
  const mega = bytes >= 1_000_000;
  const n = bytes / (mega ? 1_000_000 : 1000);
  return t(mega ? 'size.mega' : 'size.kilo', {
    n: n.toLocaleString('fr-FR', { maximumFractionDigits: n < 10 ? 1 : 0 }),
  });
}
