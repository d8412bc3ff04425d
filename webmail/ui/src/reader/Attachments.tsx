import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { messagePath, readPart } from '../api/client';
import type { FilePart, FolderName, Letter } from '../api/types';
import { fileSize, t } from '../i18n/t';
import { Icon } from '../ui/icons';
import { Fault, Loading } from '../ui/Notice';

interface Props {
  folder: FolderName;
  id: string;
  file: FilePart;
}

export function Attachments({ folder, letter }: { folder: FolderName; letter: Letter }): ReactNode {
  const { attachments, heading } = letter;
  return (
    attachments.length > 0 && (
      <section className="attachments">
        <h2>{t('reader.attachments', { count: attachments.length })}</h2>
        <ul>
          {attachments.map((file) => (
            <Attachment key={file.part} folder={folder} id={heading.id} file={file} />
          ))}
        </ul>
      </section>
    )
  );
}

function Attachment({ folder, id, file }: Props): ReactNode {
  const [shown, setShown] = useState(false);
  return (
    <li>
      <div className="file">
        <Icon name="clip" />
        <span className="file-name">{file.name}</span>
        <span className="muted">{fileSize(file.size)}</span>
        {file.preview && (
          <button
            type="button"
            className="quiet"
            aria-expanded={shown}
            aria-label={t(shown ? 'reader.preview.hide.name' : 'reader.preview.name', { name: file.name })}
            onClick={() => setShown(!shown)}
          >
            {t(shown ? 'reader.preview.hide' : 'reader.preview')}
          </button>
        )}
        <a
          className="quiet"
          href={`${messagePath(folder, id)}/parts/${file.part}`}
          download={file.name}
          aria-label={t('reader.download', { name: file.name })}
          title={t('reader.download', { name: file.name })}
        >
          <Icon name="download" />
        </a>
      </div>
      {shown && <Preview folder={folder} id={id} file={file} />}
    </li>
  );
}

function Preview({ folder, id, file }: Props): ReactNode {
  const part = useQuery({
    queryKey: ['part', folder, id, file.part],
    queryFn: () => readPart(folder, id, file.part),
    staleTime: Infinity,
  });
  if (part.isError) {
    return <Fault error={part.error} retry={() => void part.refetch()} />;
  }
  return part.data ? <pre className="preview">{part.data.text}</pre> : <Loading />;
}
