import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { listMessages } from '../api/client';
import type { FolderName, Page, Row } from '../api/types';

const POLL_MILLIS = 20_000;
const IDLE_MILLIS = 10 * 60_000;

let lastInput = Date.now();
['keydown', 'pointerdown'].forEach((type) => window.addEventListener(type, () => (lastInput = Date.now())));

/** Looks for new mail while somebody is there; an unattended page lets its session end. */
function pollInterval(): number | false {
  return Date.now() - lastInput < IDLE_MILLIS ? POLL_MILLIS : false;
}

export interface Messages {
  rows: Row[];
  total: number;
}

function joined(data: InfiniteData<Page>): Messages {
  return { rows: data.pages.flatMap((page) => page.messages), total: data.pages[0]?.total ?? 0 };
}

/** A folder, page after page. */
export function useMessages(folder: FolderName) {
  const queries = useQueryClient();
  return useInfiniteQuery({
    queryKey: ['list', folder],
    queryFn: async ({ pageParam }) => {
      const page = await listMessages(folder, pageParam);
      if (folder === 'inbox') {
        queries.setQueryData(['unread'], page.unread);
      }
      return page;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.more ? (last.messages.at(-1)?.id ?? null) : null),
    select: joined,
    refetchInterval: pollInterval,
  });
}
