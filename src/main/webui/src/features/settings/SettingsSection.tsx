import type { ReactNode } from 'react';

interface Props {
  /** The anchor of the section. */
  id: string;
  title: string;
  /** The purpose of the section. */
  about?: string;
  /** The reason why the caller cannot change it. */
  readOnly?: string | undefined;
  children: ReactNode;
}

/** A part of the settings with its heading. */
export function SettingsSection({ id, title, about, readOnly, children }: Props) {
  return (
    <section id={id} className="settings-section" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>{title}</h2>
      {about && <p className="muted">{about}</p>}
      {readOnly && <p className="settings-read-only">{readOnly}</p>}
      {children}
    </section>
  );
}
