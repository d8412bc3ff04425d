import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lastWord, withChoice } from '../src/compose/addresses';
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
    const fetch = vi.fn(async () => answer(422, { code: 'submission-refused', detail: 'Le message doit etre signe' }));
    vi.stubGlobal('fetch', fetch);
    showCompose();
    fireEvent.change(screen.getByLabelText('Message'), { target: { value: 'Merci' } });
    fireEvent.click(screen.getByRole('button', { name: 'Envoyer' }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Le message doit etre signe'));
    expect((screen.getByLabelText('Message') as HTMLTextAreaElement).value).toBe('Merci');
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('sends once however often the button is pressed', async () => {
    const fetch = vi.fn(() => new Promise<Response>(() => {}));
    vi.stubGlobal('fetch', fetch);
    showCompose();
    const button = screen.getByRole('button', { name: 'Envoyer' });
    fireEvent.click(button);
    fireEvent.click(button);
    await waitFor(() => expect(screen.getByRole('button', { name: 'Envoi en cours…' })).toBeTruthy());
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('will not send files that cannot fit', () => {
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
