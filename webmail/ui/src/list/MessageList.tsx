import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import type { FolderName, Row } from '../api/types';
import { countOf, t } from '../i18n/t';
import { Icon } from '../ui/icons';
import { Fault, Loading } from '../ui/Notice';
import { ListRow } from './ListRow';
import type { useMessages } from './useMessages';

const WIDE_ROW = 68;
const COMPACT_ROW = 116;
const narrow = window.matchMedia('(max-width: 60rem)');

function subscribeNarrow(listener: () => void): () => void {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
}

interface Props {
  folder: FolderName;
  messages: ReturnType<typeof useMessages>;
  rows: Row[];
  active: string | null;
  open: string | null;
  onFocusRow: (id: string) => void;
}

export function MessageList({ folder, messages, rows, active, open, onFocusRow }: Props): ReactNode {
  const compact = useSyncExternalStore(subscribeNarrow, () => narrow.matches) || open !== null;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => (compact ? COMPACT_ROW : WIDE_ROW),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 10,
  });
  const activeIndex = rows.findIndex((row) => row.id === active);
  useEffect(() => virtual.measure(), [compact, virtual]);
  useEffect(() => {
    if (activeIndex >= 0) {
      virtual.scrollToIndex(activeIndex);
    }
  }, [activeIndex, virtual]);

  const total = messages.data?.total ?? 0;
  return (
    <section className={compact ? 'list list-compact' : 'list'} aria-label={t('list.label', { folder: t(`folder.${folder}`) })}>
      <div className="list-head">
        <h1>{t(`folder.${folder}`)}</h1>
        <span className="muted">{messages.data && countOf('list.total', total)}</span>
        <button type="button" className="quiet" onClick={() => void messages.refetch()}>
          <Icon name="refresh" />
          {t('list.refresh')}
        </button>
      </div>
      {messages.isPending && <Loading />}
      {messages.isError && <Fault error={messages.error} retry={() => void messages.refetch()} />}
      {messages.isSuccess && rows.length === 0 && <p className="empty">{t('list.empty')}</p>}
      {!compact && rows.length > 0 && <Columns folder={folder} />}
      <div className="scroller" ref={scroller}>
        <div className="rows" role="list" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return (
              row && (
                <ListRow
                  key={item.key}
                  row={row}
                  folder={folder}
                  place={{ index: item.index, count: rows.length, top: item.start, height: item.size }}
                  focusable={item.index === Math.max(activeIndex, 0)}
                  focused={row.id === active && open === null}
                  current={row.id === open}
                  onFocus={() => onFocusRow(row.id)}
                />
              )
            );
          })}
        </div>
        {messages.hasNextPage && (
          <button type="button" className="more" onClick={() => void messages.fetchNextPage()}>
            {t('list.more')}
          </button>
        )}
      </div>
      {!compact && <p className="keys muted">{t('list.keys')}</p>}
    </section>
  );
}

/** Headings for the eye; a row says the same in its own words. */
function Columns({ folder }: { folder: FolderName }): ReactNode {
  return (
    <div className="columns muted" aria-hidden="true">
      <span>{t(folder === 'sent' ? 'list.column.to' : 'list.column.from')}</span>
      <span>{t('list.column.subject')}</span>
      <span>{t('list.column.verdict')}</span>
      <span>{t('list.column.date')}</span>
    </div>
  );
}
