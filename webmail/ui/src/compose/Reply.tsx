import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { readMessage } from '../api/client';
import type { Correspondent, FolderName } from '../api/types';
import { Fault, Loading } from '../ui/Notice';
import { Compose } from './Compose';
import { replyDraft } from './quote';

interface Props {
  self: Correspondent;
  maxBytes: number;
  folder: FolderName;
  id: string;
}

export function Reply({ self, maxBytes, folder, id }: Props): ReactNode {
  const letter = useQuery({ queryKey: ['letter', folder, id], queryFn: () => readMessage(folder, id), staleTime: Infinity });
  if (letter.isPending) {
    return <Loading />;
  }
  if (letter.isError) {
    return <Fault error={letter.error} retry={() => void letter.refetch()} />;
  }
  return <Compose self={self} maxBytes={maxBytes} initial={replyDraft(letter.data, folder)} />;
}
