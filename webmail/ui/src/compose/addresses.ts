const SEPARATOR = /[,;]/;

/** What is being typed after the last separator. */
export function lastWord(value: string): string {
  return (value.split(SEPARATOR).at(-1) ?? '').trim();
}

/** The field with its last word replaced by a chosen address, ready for the next one. */
export function withChoice(value: string, address: string): string {
  const done = value
    .split(SEPARATOR)
    .slice(0, -1)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  return [...done, address].join(', ') + ', ';
}

/** The addresses of a field that are whole: while somebody types, the last one is not yet. */
export function wholeAddresses(value: string, typing: boolean): string[] {
  const words = value.split(SEPARATOR).map((word) => word.trim());
  return words.filter((word, at) => word.includes('@') && !(typing && at === words.length - 1));
}

/** The field with one address in the place of another, however it was written. */
export function withReplacement(value: string, address: string, better: string): string {
  return value
    .split(SEPARATOR)
    .map((word) => (bare(word) === address.toLowerCase() ? (word.startsWith(' ') ? ` ${better}` : better) : word))
    .join(',');
}

function bare(word: string): string {
  return (/<([^<>]*)>/.exec(word)?.[1] ?? word).trim().toLowerCase();
}
