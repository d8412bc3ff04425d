import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { FolderName, Row } from '../api/types';
import { t } from '../i18n/t';
import { MessageList } from '../list/MessageList';
import { useMessages } from '../list/useMessages';
import { Reader } from '../reader/Reader';
import { useKeys } from './keyboard';

const NO_ROWS: Row[] = [];

/** A folder, and beside it the message that is open. */
export function Mail({ folder, id }: { folder: FolderName; id: string | null }): ReactNode {
  const [, navigate] = useLocation();
  const messages = useMessages(folder);
  const rows = messages.data?.rows ?? NO_ROWS;
  const [cursor, setCursor] = useState<string | null>(id);
  const active = id ?? cursor;

  useEffect(() => {
    document.title = t('app.title.folder', { folder: t(`folder.${folder}`) });
  }, [folder]);

  useKeys(
    useMemo(() => {
      const show = (row: Row | undefined) => {
        if (row) {
          setCursor(row.id);
          if (id !== null) {
            navigate(`/dossier/${folder}/${row.id}`);
          }
        }
      };
      const at = rows.findIndex((row) => row.id === active);
      const open = active;
      return {
        j: () => show(rows[Math.min(at + 1, rows.length - 1)]),
        k: () => show(rows[Math.max(at - 1, 0)]),
        u: () => navigate(`/dossier/${folder}`),
        Escape: () => navigate(`/dossier/${folder}`),
        ...(open !== null && {
          o: () => navigate(`/dossier/${folder}/${open}`),
          r: () => navigate(`/repondre/${folder}/${open}`),
        }),
      };
    }, [rows, active, id, folder, navigate]),
  );

  return (
    <div className={id === null ? 'mail' : 'mail mail-open'}>
      <MessageList folder={folder} messages={messages} rows={rows} active={active} open={id} onFocusRow={setCursor} />
      {id !== null && <Reader key={id} folder={folder} id={id} />}
    </div>
  );
}
