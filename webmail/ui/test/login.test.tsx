import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { session } from '../src/api/client';
import { isTyping } from '../src/app/keyboard';
import { Login } from '../src/login/Login';

type Answer = { status: number; body?: unknown };

let asked: { path: string; init: RequestInit | undefined }[];
let answers: Answer[];

beforeEach(() => {
  asked = [];
  answers = [];
  vi.stubGlobal('fetch', async (path: string, init?: RequestInit) => {
    asked.push({ path, init });
    const next = answers.shift() ?? { status: 500, body: {} };
    return new Response(next.body === undefined ? null : JSON.stringify(next.body), { status: next.status });
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function typeAndEnter(entered: () => Promise<void>) {
  render(<Login onEntered={entered} />);
  fireEvent.change(screen.getByLabelText('Adresse de la boîte'), { target: { value: 'a@x.test' } });
  fireEvent.change(screen.getByLabelText('Mot de passe'), { target: { value: 'secret' } });
  fireEvent.click(screen.getByRole('button', { name: 'Se connecter' }));
}

describe('login', () => {
  it('sends the token that the server gave', async () => {
    answers = [{ status: 200, body: { csrf: 'jeton', self: null, messageMaxBytes: 1 } }, { status: 204 }];
    await session();
    const entered = vi.fn(async () => {});
    typeAndEnter(entered);
    await waitFor(() => expect(entered).toHaveBeenCalled());
    expect(new Headers(asked[1]?.init?.headers).get('X-CSRF-TOKEN')).toBe('jeton');
    expect(asked[1]?.init?.body).toBe('{"login":"a@x.test","password":"secret"}');
  });

  it('renews a token that is out of date, once', async () => {
    answers = [
      { status: 403, body: {} },
      { status: 200, body: { csrf: 'neuf', self: null, messageMaxBytes: 1 } },
      { status: 204 },
    ];
    const entered = vi.fn(async () => {});
    typeAndEnter(entered);
    await waitFor(() => expect(entered).toHaveBeenCalled());
    expect(new Headers(asked[2]?.init?.headers).get('X-CSRF-TOKEN')).toBe('neuf');
  });

  it('shows the sentence of a refusal and lets try again', async () => {
    answers = [{ status: 401, body: { code: 'login-refused', detail: 'Phrase du refus.' } }];
    typeAndEnter(async () => {});
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Phrase du refus.'));
    expect((screen.getByRole('button', { name: 'Se connecter' }) as HTMLButtonElement).disabled).toBe(false);
  });

  it('says in French that nothing answers', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    typeAndEnter(async () => {});
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Le service ne répond pas'));
  });
});

describe('keys', () => {
  it('belong to the field while somebody types', () => {
    expect(isTyping(document.createElement('textarea'))).toBe(true);
    expect(isTyping(document.createElement('input'))).toBe(true);
    expect(isTyping(document.createElement('a'))).toBe(false);
  });
});
