import { encode } from 'uqr';

interface Props {
  /** what the code says: our own address with the tag's code in the fragment */
  adresse: string;
  tekst: string;
}

/** A QR code drawn on the server: squares in one path, dark on white whatever the screen's colours are. */
export function Dormerkebilde({ adresse, tekst }: Props) {
  const { data, size } = encode(adresse, { ecc: 'M', border: 4 });
  const sti = data.flatMap((rad, y) => rad.flatMap((mork, x) => (mork ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg className="dormerke" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={tekst} data-adresse={adresse} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={sti} fill="#000" />
    </svg>
  );
}
