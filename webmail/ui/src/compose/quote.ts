import type { Correspondent, Draft, FolderName, Letter } from '../api/types';
import { longDate, t } from '../i18n/t';
import { personName } from '../list/ListRow';

/** The text of a message with each line marked as quoted. */
export function quoted(text: string): string {
  return text
    .replace(/\s+$/, '')
    .split(/\r?\n/)
    .map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`))
    .join('\n');
}

export function replySubject(subject: string): string {
  return /^\s*(re|ré|rép)\s*:/i.test(subject) ? subject : t('compose.subject.reply', { subject }).trim();
}

function addressed(people: Correspondent[]): string {
  return people.map((person) => person.address).join(', ');
}

/** The draft of an answer; an answer to one's own sent mail goes to its recipients. */
export function replyDraft(letter: Letter, folder: FolderName): Draft {
  const { heading } = letter;
  const source = letter.replyTo.length > 0 ? letter.replyTo : heading.from ? [heading.from] : [];
  const head = t('compose.quote', { date: longDate(heading.date), name: personName(heading.from) });
  return {
    to: addressed(folder === 'sent' ? heading.to : source),
    cc: '',
    subject: replySubject(heading.subject),
    text: letter.text === null ? '' : `\n\n${head}\n${quoted(letter.text)}\n`,
    answers: { folder, id: heading.id },
  };
}
