import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import fr from '../src/i18n/fr.json';
import { countOf, fileSize, shortDate, t } from '../src/i18n/t';

const SOURCES = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, code: withoutComments(readFileSync(join('src', name), 'utf8')) }));
const ALL_CODE = SOURCES.map((source) => source.code).join('\n');

/** Keys that are put together from a value of the server. */
const COMPOSED: Record<string, string> = {
  'document.': '`document.${',
  'verdict.tone.': '`verdict.tone.${',
  'seal.': '`seal.${',
  'folder.': '`folder.${',
  'list.total.': '`${key}.${plurals',
};

function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

describe('texts', () => {
  it('uses every text of fr.json', () => {
    const unused = Object.keys(fr).filter(
      (key) => !ALL_CODE.includes(`'${key}'`) && !Object.keys(COMPOSED).some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
    Object.values(COMPOSED).forEach((code) => expect(ALL_CODE).toContain(code));
  });

  it('keeps French out of the code', () => {
    const accented = SOURCES.filter(({ code }) => /[àâäçéèêëîïôöûùüœ«»’…]/i.test(code.replace('ré|rép', '')));
    expect(accented.map(({ name }) => name)).toEqual([]);
    const written = SOURCES.filter(({ code }) => /<[a-z][^<>]*[^=]>\s*[A-Za-z][A-Za-z ,.']{2,}\s*<\//.test(code));
    expect(written.map(({ name }) => name)).toEqual([]);
  });

  it('replaces values and leaves no brace behind', () => {
    expect(t('origin.operator', { name: 'x.test' })).toBe('Opérateur x.test authentifié');
    expect(countOf('list.total', 0)).toBe('0 message');
    expect(countOf('list.total', 1)).toBe('1 message');
    expect(countOf('list.total', 2)).toBe('2 messages');
  });

  it('writes dates and sizes the French way', () => {
    const now = new Date('2026-11-20T18:00:00');
    expect(shortDate('2026-11-20T06:05:00', now)).toBe('06:05');
    expect(shortDate('2026-11-19T06:05:00', now)).toBe('19 nov. 2026');
    expect(shortDate(null, now)).toBe('');
    expect(fileSize(999)).toBe('999 octets');
    expect(fileSize(1_540)).toBe('1,5 ko');
    expect(fileSize(25_400_000)).toBe('25 Mo');
  });
});
