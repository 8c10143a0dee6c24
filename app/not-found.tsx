import { Skall } from '#components/skall/skall.tsx';
import { IkkeFunnet } from '#components/ui/ikke-funnet.tsx';

/** An address outside the rooms: drawn without a menu. */
export default function NotFound() {
  return (
    <Skall>
      <IkkeFunnet />
    </Skall>
  );
}
