import type { FolderName } from '../api/types';

export const FOLDERS: FolderName[] = ['inbox', 'sent'];

export function asFolder(name: string): FolderName {
  return name === 'sent' ? 'sent' : 'inbox';
}
