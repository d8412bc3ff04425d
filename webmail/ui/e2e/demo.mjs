/**
 * The walk of a doctor in a real browser: log in, open a result, answer it, find the answer in the sent mail, log out.
 *
 * Environment: WEBMAIL_URL, WEBMAIL_LOGIN, WEBMAIL_PASSWORD; optional RESULT (part of the subject to open; without it
 * the newest message with a document), ANSWER (text of the answer), SHOTS (folder of the pictures), CHROMIUM (program).
 * Prints one line of JSON and ends with 0, or says what failed and ends with 1. The page must not break its own policy.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function required(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set`);
  }
  return value;
}

const url = required('WEBMAIL_URL');
const answer = process.env.ANSWER ?? 'Bien reçu, merci. Je revois le patient cette semaine.';
const shots = process.env.SHOTS ?? '.';
const profile = mkdtempSync(join(tmpdir(), 'webmail-walk-'));
const complaints = [];

async function shot(page, name) {
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

/** The lines of the list that is shown. */
function rows(page) {
  return page.locator('main').getByRole('listitem').getByRole('link');
}

/** Anything the page's policy blocked counts as a fault of the page. */
function watch(page) {
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Trusted ?Type/i.test(message.text())) {
      complaints.push(message.text());
    }
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
}

async function logIn(page) {
  await page.goto(url);
  await page.getByLabel('Adresse de la boîte').fill(required('WEBMAIL_LOGIN'));
  await page.getByLabel('Mot de passe').fill(required('WEBMAIL_PASSWORD'));
  await shot(page, '1-connexion');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('heading', { name: 'Réception' }).waitFor();
  await rows(page).first().waitFor();
  await shot(page, '2-reception');
}

async function openResult(page) {
  const wanted = rows(page).filter({ hasText: process.env.RESULT ?? /HPRIM|CDA|XDM/ });
  const row = wanted.first();
  const verdict = (await row.locator('.verdict').innerText()).trim();
  await row.click();
  const title = page.getByRole('article').getByRole('heading', { level: 1 });
  await title.waitFor();
  const preview = page.getByRole('button', { name: /^Afficher le contenu/ });
  if ((await preview.count()) > 0) {
    await preview.first().click();
    await page.locator('.preview').first().waitFor();
  }
  const subject = (await title.innerText()).trim();
  await shot(page, '3-resultat');
  return { subject, verdict };
}

async function reply(page) {
  await page.getByRole('link', { name: 'Répondre' }).click();
  const text = page.getByLabel('Message', { exact: true });
  await text.waitFor();
  const quoted = await text.inputValue();
  await text.fill(`${answer}\n${quoted}`);
  const subject = await page.getByLabel('Objet').inputValue();
  await shot(page, '4-reponse');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  const outcome = page.getByRole('status').filter({ hasText: 'envoyé' }).or(page.getByRole('alert'));
  await outcome.first().waitFor({ timeout: 60_000 });
  if ((await page.getByRole('alert').count()) > 0) {
    throw new Error(`refused: ${await page.getByRole('alert').first().innerText()}`);
  }
  return subject;
}

async function findSent(page, subject) {
  await page.getByRole('link', { name: 'Envoyés' }).click();
  const row = rows(page).filter({ hasText: subject }).first();
  await row.waitFor();
  await shot(page, '5-envoyes');
  await row.click();
  await page.getByText(answer.split('\n')[0]).waitFor();
  await shot(page, '6-reponse-envoyee');
}

async function logOut(page) {
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await page.getByRole('button', { name: 'Se connecter' }).waitFor();
  const status = await page.evaluate(async () => (await fetch('/api/folders/inbox/messages')).status);
  if (status !== 401) {
    throw new Error(`after log-out the list answers ${status}`);
  }
}

async function walk(context) {
  const page = context.pages()[0] ?? (await context.newPage());
  watch(page);
  await logIn(page);
  const opened = await openResult(page);
  const sent = await reply(page);
  await findSent(page, sent);
  await logOut(page);
  if (complaints.length > 0) {
    throw new Error(`the page broke its policy: ${complaints.join(' | ')}`);
  }
  return { ...opened, answered: sent, shots };
}

mkdirSync(shots, { recursive: true });
let context;
try {
  context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: FLAGS,
    ignoreHTTPSErrors: true, // the installation's own TEST authority
    viewport: { width: 1366, height: 800 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
  });
  context.setDefaultTimeout(20_000);
  console.log(JSON.stringify(await walk(context)));
} catch (error) {
  console.error(`webmail walk failed: ${error.message}`);
  const page = context?.pages()[0];
  if (page) {
    await shot(page, 'echec');
  }
  process.exitCode = 1;
} finally {
  await context?.close();
  rmSync(profile, { recursive: true, force: true });
}
