import type { ReactNode } from 'react';

interface Props {
  /** States the finding, not the name of the report. */
  tittel: ReactNode;
  /** Small line above the heading. */
  over?: ReactNode;
  /** Small dimmed line below: when, who, what it covers. */
  under?: ReactNode;
  /** One sentence in larger type, for pages where the heading needs it. */
  ingress?: ReactNode;
  /** Buttons; the primary one last. */
  handlinger?: ReactNode;
  /** The larger heading of the rådmann's pages. */
  stor?: boolean;
}

/** Top of a page: the heading is the answer, the actions stand beside it. */
export function Sidehode({ tittel, over, under, ingress, handlinger, stor }: Props) {
  return (
    <div className="sidehode">
      <div>
        {over ? <p className="liten dempet">{over}</p> : null}
        <h1 className={stor ? 'stor' : undefined}>{tittel}</h1>
        {ingress ? <p className="ingress">{ingress}</p> : null}
        {under ? <div className="liten dempet">{under}</div> : null}
      </div>
      {handlinger ? <div className="handlinger">{handlinger}</div> : null}
    </div>
  );
}
