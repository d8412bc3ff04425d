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
