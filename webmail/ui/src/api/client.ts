import { t } from '../i18n/t';
import type { Draft, FolderName, Letter, Page, Remarks, SessionState, Suggestions } from './types';

/** A refusal of the server, with its French sentence. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    sentence: string,
  ) {
    super(sentence);
  }
}

const SESSION = '/api/session';
let csrf = '';

async function problem(response: Response): Promise<Problem> {
  try {
    const body = (await response.json()) as { code?: string; detail?: string };
    return new Problem(response.status, body.code ?? '', body.detail ?? t('problem.network'));
  } catch {
    return new Problem(response.status, '', t('problem.network'));
  }
}

async function call(path: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(path, { credentials: 'same-origin', ...init });
  } catch {
    throw new Problem(0, 'network', t('problem.network'));
  }
}

async function get<T>(path: string): Promise<T> {
  const response = await call(path, { headers: { Accept: 'application/json' } });
  if (!response.ok) {
    throw await problem(response);
  }
  return (await response.json()) as T;
}

/** A change. A token that is out of date (another tab logged in again) is renewed once. */
async function change(method: string, path: string, body?: BodyInit, type?: string): Promise<Response> {
  const send = () =>
    call(path, {
      method,
      headers: { 'X-CSRF-TOKEN': csrf, ...(type ? { 'Content-Type': type } : {}) },
      ...(body === undefined ? {} : { body }),
    });
  let response = await send();
  if (response.status === 403 || (response.status === 401 && path !== SESSION)) {
    await session();
    response = await send();
  }
  if (!response.ok) {
    throw await problem(response);
  }
  return response;
}

const json = 'application/json';

export function messagePath(folder: FolderName, id: string): string {
  return `/api/folders/${folder}/messages/${encodeURIComponent(id)}`;
}

export async function session(): Promise<SessionState> {
  const state = await get<SessionState>(SESSION);
  csrf = state.csrf;
  return state;
}

export async function logIn(login: string, password: string): Promise<void> {
  await change('POST', SESSION, JSON.stringify({ login, password }), json);
}

export async function logOut(): Promise<void> {
  await change('DELETE', SESSION);
}

export function listMessages(folder: FolderName, before: string | null): Promise<Page> {
  const query = before === null ? '' : `?before=${encodeURIComponent(before)}`;
  return get<Page>(`/api/folders/${folder}/messages${query}`);
}

export function readMessage(folder: FolderName, id: string): Promise<Letter> {
  return get<Letter>(messagePath(folder, id));
}

export function readPart(folder: FolderName, id: string, part: string): Promise<{ text: string }> {
  return get<{ text: string }>(`${messagePath(folder, id)}/parts/${part}/text`);
}

export async function markSeen(folder: FolderName, id: string, seen: boolean): Promise<void> {
  await change('PUT', messagePath(folder, id), JSON.stringify({ seen }), json);
}

export function findRecipients(words: string): Promise<Suggestions> {
  return get<Suggestions>(`/api/recipients?q=${encodeURIComponent(words)}`);
}

/** A POST, for names of files and addresses of patients belong in no URL. */
export async function adviseOn(recipients: string[], files: { name: string; size: number }[]): Promise<Remarks> {
  const response = await change('POST', '/api/recipients/advice', JSON.stringify({ recipients, files }), json);
  return (await response.json()) as Remarks;
}

export async function sendDraft(draft: Draft, files: File[]): Promise<{ copyKept: boolean }> {
  const form = new FormData();
  form.append('draft', new Blob([JSON.stringify(draft)], { type: json }));
  files.forEach((file) => form.append('files', file));
  const response = await change('POST', '/api/outbox', form);
  return (await response.json()) as { copyKept: boolean };
}
