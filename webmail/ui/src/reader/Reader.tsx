import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { markSeen, readMessage } from '../api/client';
import type { FolderName, Letter } from '../api/types';
import { t } from '../i18n/t';
import { Icon } from '../ui/icons';
import { Fault, Loading } from '../ui/Notice';
import { Attachments } from './Attachments';
import { Body } from './Body';
import { FactsPanel } from './FactsPanel';
import { LetterHead } from './LetterHead';

/** The message that is open. */
export function Reader({ folder, id }: { folder: FolderName; id: string }): ReactNode {
  const letter = useQuery({ queryKey: ['letter', folder, id], queryFn: () => readMessage(folder, id) });
  return (
    <article className="reader">
      {letter.isPending && <Loading />}
      {letter.isError && <Fault error={letter.error} retry={() => void letter.refetch()} />}
      {letter.data && <Opened folder={folder} letter={letter.data} />}
    </article>
  );
}

function Opened({ folder, letter }: { folder: FolderName; letter: Letter }): ReactNode {
  const { heading } = letter;
  const title = useRef<HTMLHeadingElement>(null);
  const mark = useMark(folder, heading.id);
  const [, navigate] = useLocation();
  useEffect(() => {
    document.title = t('app.title.message', { subject: heading.subject || t('message.nosubject') });
    title.current?.focus();
  }, [heading.subject]);
  useEffect(() => {
    if (!heading.seen) {
      void mark(true);
    }
  }, [heading.seen, mark]);
  const leaveUnread = async () => {
    await mark(false);
    navigate(`/dossier/${folder}`);
  };
  return (
    <>
      <div className="tools">
        <Link href={`/dossier/${folder}`} className="quiet">
          <Icon name="back" />
          {t('reader.back')}
        </Link>
        <Link href={`/repondre/${folder}/${heading.id}`} className="primary">
          <Icon name="reply" />
          {t('reader.reply')}
        </Link>
        {folder === 'inbox' && (
          <button type="button" className="quiet" onClick={() => void leaveUnread()}>
            {t('reader.unseen')}
          </button>
        )}
      </div>
      <h1 ref={title} tabIndex={-1}>
        {heading.subject || t('message.nosubject')}
      </h1>
      <LetterHead letter={letter} />
      {folder === 'inbox' && <FactsPanel row={heading} />}
      {letter.opaque && (
        <p className="notice">
          <Icon name="lock" />
          {t('reader.opaque')}
        </p>
      )}
      <Body folder={folder} letter={letter} />
      <Attachments folder={folder} letter={letter} />
    </>
  );
}

/** Says to the server that a message was read, or not; the list follows. A failure costs nothing but the mark. */
function useMark(folder: FolderName, id: string): (seen: boolean) => Promise<void> {
  const queries = useQueryClient();
  const mark = useRef(async (seen: boolean) => {
    try {
      await markSeen(folder, id, seen);
    } finally {
      await queries.invalidateQueries({ queryKey: ['list', folder] });
      queries.removeQueries({ queryKey: ['letter', folder, id], type: 'inactive' });
    }
  });
  return mark.current;
}
