import { useRef, type ChangeEvent, type ReactNode } from 'react';
import { fileSize, t } from '../i18n/t';
import { Icon } from '../ui/icons';

/** base64 with its line ends makes 78 octets of 57 (RFC 2045 6.8); the rest is for the text and the header. */
const USABLE = 0.72;

function total(files: File[]): number {
  return files.reduce((sum, file) => sum + file.size, 0);
}

/** Whether the files can travel in one message; the server has the last word. */
export function fits(files: File[], maxBytes: number): boolean {
  return total(files) <= maxBytes * USABLE;
}

interface Props {
  files: File[];
  maxBytes: number;
  onChange: (files: File[]) => void;
}

export function FileField({ files, maxBytes, onChange }: Props): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const add = (event: ChangeEvent<HTMLInputElement>) => {
    onChange([...files, ...(event.target.files ?? [])]);
    event.target.value = '';
  };
  const max = fileSize(maxBytes * USABLE);
  return (
    <div className="field field-files">
      <label htmlFor="files" className="button">
        <Icon name="clip" />
        {t('compose.files')}
      </label>
      <input ref={input} id="files" name="files" type="file" multiple className="sr" onChange={add} />
      {files.length > 0 && (
        <ul className="chosen">
          {files.map((file, index) => (
            <li key={`${index}-${file.name}`}>
              <span className="file-name">{file.name}</span>
              <span className="muted">{fileSize(file.size)}</span>
              <button
                type="button"
                className="quiet"
                aria-label={t('compose.files.remove', { name: file.name })}
                onClick={() => onChange(files.filter((_, at) => at !== index))}
              >
                <Icon name="cross" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <p className={fits(files, maxBytes) ? 'muted hint' : 'hint hint-bad'} role="status">
        {fits(files, maxBytes)
          ? files.length > 0 && t('compose.files.total', { size: fileSize(total(files)), max })
          : t('compose.files.toolarge', { max })}
      </p>
    </div>
  );
}
