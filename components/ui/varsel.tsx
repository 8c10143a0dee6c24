import type { ReactNode } from 'react';

interface Props {
  farge?: 'info' | 'success' | 'warning' | 'danger';
  tittel?: ReactNode;
  /** "alert" for what has just gone wrong, "status" for what has just gone well; nothing for what was there already. */
  role?: 'alert' | 'status';
  id?: string;
  children?: ReactNode;
}

/** A message in the page: what, what it means, and the way out. */
export function Varsel({ farge = 'info', tittel, role, id, children }: Props) {
  return (
    <div className="ds-alert" data-color={farge} role={role} id={id}>
      {tittel ? <strong>{tittel}</strong> : null} {children}
    </div>
  );
}
