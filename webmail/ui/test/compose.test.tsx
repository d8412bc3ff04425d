import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lastWord, wholeAddresses, withChoice, withReplacement } from '../src/compose/addresses';
import { Compose } from '../src/compose/Compose';
import { fits } from '../src/compose/FileField';
import { quoted, replyDraft, replySubject } from '../src/compose/quote';
import { letter, row } from './samples';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const SELF = { name: 'Dr Claire Martin', address: 'claire.martin@exemple.mssante.test' };

function answer(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), { status });
}

function showCompose() {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Compose self={SELF} maxBytes={1000} initial={replyDraft(letter(), 'inbox')} />
    </QueryClientProvider>,
  );
}

describe('answering', () => {
  it('quotes each line and deepens what was quoted', () => {
    expect(quoted('a\r\n> b\n\n')).toBe('> a\n>> b');
  });

  it('adds Re: once', () => {
    expect(replySubject('Résultats')).toBe('Re: Résultats');
    expect(replySubject('RE : Résultats')).toBe('RE : Résultats');
    expect(replySubject('')).toBe('Re:');
  });

  it('goes to the sender, or where the sender wants it, or on to the recipients of sent mail', () => {
    expect(replyDraft(letter(), 'inbox').to).toBe('laboratoire@exemple.mssante.test');
    expect(replyDraft(letter({ replyTo: [{ name: '', address: 'r@x.test' }] }), 'inbox').to).toBe('r@x.test');
    expect(replyDraft(letter(), 'sent').to).toBe('claire.martin@exemple.mssante.test');
    expect(replyDraft(letter({ heading: row({ from: null }) }), 'inbox').to).toBe('');
  });

  it('names the answered message, so that the server continues the thread', () => {
    expect(replyDraft(letter(), 'inbox').answers).toEqual({ folder: 'inbox', id: '7-12' });
  });
});

describe('the form', () => {
  it('keeps what was written when the server refuses, and shows its sentence', async () => {
    const fetch = vi.fn(async (_path: string) => answer(422, { code: 'submission-refused', detail: 'Le message doit etre signe' }));
    vi.stubGlobal('fetch', fetch);
    showCompose();
    fireEvent.change(screen.getByLabelText('Message'), { target: { value: 'Merci' } });
    fireEvent.click(screen.getByRole('button', { name: 'Envoyer' }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Le message doit etre signe'));
    expect((screen.getByLabelText('Message') as HTMLTextAreaElement).value).toBe('Merci');
    expect(fetch.mock.calls.filter(([path]) => path === '/api/outbox')).toHaveLength(1);
  });

  it('sends once however often the button is pressed', async () => {
    const fetch = vi.fn((_path: string) => new Promise<Response>(() => {}));
    vi.stubGlobal('fetch', fetch);
    showCompose();
    const button = screen.getByRole('button', { name: 'Envoyer' });
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Envoi en cours…' })).toBeTruthy());
    expect(fetch.mock.calls.filter(([path]) => path === '/api/outbox')).toHaveLength(1);
  });

  it('will not send files that cannot fit', () => {
    vi.stubGlobal('fetch', vi.fn(() => new Promise<Response>(() => {})));
    showCompose();
    const file = new File([new Uint8Array(900)], 'a.bin');
    fireEvent.change(screen.getByLabelText('Joindre des fichiers'), { target: { files: [file] } });
    expect((screen.getByRole('button', { name: 'Envoyer' }) as HTMLButtonElement).disabled).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: 'Retirer a.bin' }));
    expect((screen.getByRole('button', { name: 'Envoyer' }) as HTMLButtonElement).disabled).toBe(false);
    expect(fits([file], 1000)).toBe(false);
  });
});

describe('recipients', () => {
  it('searches the word after the last separator and puts the choice there', () => {
    expect(lastWord('a@x.test; Dur')).toBe('Dur');
    expect(withChoice('a@x.test; Dur', 'd@x.test')).toBe('a@x.test, d@x.test, ');
    expect(withChoice('Dur', 'd@x.test')).toBe('d@x.test, ');
  });
});

describe('advice on recipients', () => {
  const OLD = 'laboratoire@exemple.mssante.test';
  const BETTER = 'resultats@exemple.mssante.test';
  const remark = {
    address: OLD,
    code: 'dead',
    sentence: 'Cette boite semble fermee',
    better: [{ address: BETTER, name: 'Laboratoire', type: 'ORG', organisation: 'CHU', town: null, link: 'meme structure' }],
  };

  it('is shown with a button that puts the better one in its place, and the message can be sent all the same', async () => {
    const asked: unknown[] = [];
    const fetch = vi.fn(async (path: string, init: RequestInit) => {
      const question = JSON.parse(init.body as string) as { recipients: string[] };
      asked.push(path, question);
      return answer(200, { available: true, remarks: question.recipients.includes(OLD) ? [remark] : [] });
    });
    vi.stubGlobal('fetch', fetch);
    showCompose();
    await waitFor(() => expect(screen.getByText('Cette boite semble fermee')).toBeTruthy());
    expect(asked.slice(0, 2)).toEqual(['/api/recipients/advice', { recipients: [OLD], files: [] }]);
    expect((screen.getByRole('button', { name: 'Envoyer' }) as HTMLButtonElement).disabled).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: `Remplacer par ${BETTER}` }));
    await waitFor(() => expect(screen.queryByText('Cette boite semble fermee')).toBeNull());
    expect((screen.getByLabelText('À') as HTMLInputElement).value).toBe(BETTER);
  });

  it('says nothing of an address that is still being typed', () => {
    expect(wholeAddresses('a@x.test, b@x.te', true)).toEqual(['a@x.test']);
    expect(wholeAddresses('a@x.test, b@x.te', false)).toEqual(['a@x.test', 'b@x.te']);
    expect(wholeAddresses('a@x.test, ', true)).toEqual(['a@x.test']);
  });

  it('replaces one address and leaves the others as they were written', () => {
    expect(withReplacement('Dr A <A@x.test>, b@x.test', 'a@x.test', 'c@x.test')).toBe('c@x.test, b@x.test');
    expect(withReplacement('b@x.test, a@x.test, ', 'a@x.test', 'c@x.test')).toBe('b@x.test, c@x.test, ');
  });
});
