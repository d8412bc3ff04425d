import { useRef, useState, type ReactNode } from 'react';
import { messagePath } from '../api/client';
import type { FolderName, Letter } from '../api/types';
import { t } from '../i18n/t';

/** The text of a message: as text, or as its own document in a frame where nothing can run. */
export function Body({ folder, letter }: { folder: FolderName; letter: Letter }): ReactNode {
  const both = letter.html && letter.text !== null;
  const [html, setHtml] = useState(letter.html);
  return (
    <section className="body" aria-label={t('reader.body')}>
      {both && (
        <fieldset className="format">
          <legend className="sr">{t('reader.format')}</legend>
          <label>
            <input type="radio" name="format" checked={html} onChange={() => setHtml(true)} />
            {t('reader.format.html')}
          </label>
          <label>
            <input type="radio" name="format" checked={!html} onChange={() => setHtml(false)} />
            {t('reader.format.text')}
          </label>
        </fieldset>
      )}
      {html ? <Frame src={`${messagePath(folder, letter.heading.id)}/body.html`} /> : <Text text={letter.text} />}
    </section>
  );
}

function Text({ text }: { text: string | null }): ReactNode {
  const empty = text === null || text.trim() === '';
  return empty ? <p className="muted">{t('reader.nobody')}</p> : <div className="text">{text}</div>;
}

const MARGIN = 4;

function Frame({ src }: { src: string }): ReactNode {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState(160);
  const measure = () => setHeight((frame.current?.contentDocument?.documentElement.scrollHeight ?? 0) + MARGIN);
  return (
    <>
      <iframe
        ref={frame}
        src={src}
        title={t('reader.body')}
        sandbox="allow-same-origin"
        onLoad={measure}
        style={{ height }}
      />
      <p className="muted hint">{t('reader.links')}</p>
    </>
  );
}
