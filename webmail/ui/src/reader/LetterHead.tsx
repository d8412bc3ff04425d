import type { ReactNode } from 'react';
import type { Correspondent, Letter } from '../api/types';
import { longDate, t } from '../i18n/t';

/** Who wrote to whom and when. */
export function LetterHead({ letter }: { letter: Letter }): ReactNode {
  const { from, to, date } = letter.heading;
  const elsewhere = letter.replyTo.filter((reply) => reply.address !== from?.address);
  return (
    <dl className="letter-head">
      <People label={t('reader.from')} people={from ? [from] : []} />
      <People label={t('reader.to')} people={to} />
      <People label={t('reader.cc')} people={letter.cc} />
      <People label={t('reader.replyto')} people={elsewhere} />
      <dt>{t('reader.date')}</dt>
      <dd>
        <time dateTime={date ?? undefined}>{longDate(date)}</time>
      </dd>
    </dl>
  );
}

function People({ label, people }: { label: string; people: Correspondent[] }): ReactNode {
  return (
    people.length > 0 && (
      <>
        <dt>{label}</dt>
        <dd>
          {people.map((person) => (
            <span className="person" key={person.address}>
              {person.name && <strong>{person.name}</strong>}
              <span className="muted">{person.address}</span>
            </span>
          ))}
        </dd>
      </>
    )
  );
}
