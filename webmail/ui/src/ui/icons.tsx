import type { ReactNode } from 'react';

/** Small line drawings; always beside a word or inside a named button, so hidden from screen readers. */
const paths = {
  inbox: 'M3 13l2.5-8h13L21 13v6H3zM3 13h5l1.5 3h5L16 13h5',
  sent: 'M3 11.5 21 4l-7 17-3-7zM11 14l10-10',
  write: 'M4 20l1-5L16 4l4 4L9 19zM14 6l4 4',
  reply: 'M9 6 3 12l6 6M3 12h10c5 0 8 3 8 7',
  back: 'M14 5l-7 7 7 7',
  check: 'M5 12.5 10 17 19 7',
  cross: 'M6 6l12 12M18 6 6 18',
  alert: 'M12 4 2.5 20h19zM12 10v5M12 17.5v.5',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  clock: 'M12 7v5l3.5 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z',
  dash: 'M6 12h12',
  question: 'M9 9a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.5v.5',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  clip: 'M8 12.5l6-6a3 3 0 0 1 4.5 4.5l-8 8a5 5 0 0 1-7-7L11 4.5',
  logout: 'M10 4H4v16h6M15 8l4 4-4 4M19 12H9',
  refresh: 'M20 11a8 8 0 1 0-2.5 6.5M20 5v6h-6',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }): ReactNode {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
