import { IkkeFunnet } from '#components/ui/ikke-funnet.tsx';

/** Inside the rooms the menu stays. */
export default function NotFound() {
  return <IkkeFunnet />;
}
