import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { Correspondent, FolderName, Row } from '../api/types';
import { longDate, shortDate, t } from '../i18n/t';
import { DocumentChip } from '../ui/DocumentChip';
import { Icon } from '../ui/icons';
import { VerdictLine } from '../ui/Verdict';
import { originText, sealText } from './verdict';

interface Props {
  row: Row;
  folder: FolderName;
  place: { index: number; count: number; top: number; height: number };
  focusable: boolean;
  focused: boolean;
  current: boolean;
  onFocus: () => void;
}

export function personName(person: Correspondent | null): string {
  return person === null ? t('message.nosender') : person.name || person.address;
}

function people(row: Row, folder: FolderName): string {
  return folder === 'sent' ? t('list.to', { names: row.to.map(personName).join(', ') }) : personName(row.from);
}

/** One message of a list: who, what, which document, what the server found out. */
export function ListRow({ row, folder, place, focusable, focused, current, onFocus }: Props): ReactNode {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (focused && document.activeElement !== link.current) {
      link.current?.focus({ preventScroll: true });
    }
  }, [focused]);
  return (
    <div
      role="listitem"
      aria-setsize={place.count}
      aria-posinset={place.index + 1}
      className="row-slot"
      style={{ transform: `translateY(${place.top}px)`, height: place.height }}
    >
      <Link
        ref={link}
        href={`/dossier/${folder}/${row.id}`}
        className={row.seen ? 'row' : 'row row-unread'}
        aria-current={current ? 'true' : undefined}
        tabIndex={focusable ? 0 : -1}
        onFocus={onFocus}
      >
        <span className="row-who">
          <span className="who">
            {!row.seen && <span className="dot" role="img" aria-label={t('list.unread')} />}
            {people(row, folder)}
          </span>
          {row.facts && <span className="muted origin">{originText(row.facts)}</span>}
        </span>
        <span className="row-what">
          <span className="subject">
            {row.answered && (
              <span className="answered" role="img" aria-label={t('list.answered')}>
                <Icon name="reply" />
              </span>
            )}
            {row.subject || t('message.nosubject')}
          </span>
          {folder === 'inbox' && <DocumentChip keywords={row.documents} />}
        </span>
        <span className="row-verdict">
          {folder === 'inbox' && <VerdictLine facts={row.facts} />}
          {row.facts && row.facts.seal !== 'clear' && (
            <span className="muted seal">
              <Icon name="lock" />
              {sealText(row.facts)}
            </span>
          )}
        </span>
        <time className="row-date" dateTime={row.date ?? undefined} title={longDate(row.date)}>
          {shortDate(row.date)}
        </time>
      </Link>
    </div>
  );
}
