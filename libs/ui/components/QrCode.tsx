import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { encode } from 'uqr';

interface QrCodeProps {
  readonly value: string;
  /** Width of the code with its quiet zone, px. 250 and more on a till. */
  readonly size?: number;
  /** Ticket number below the code, readable at one metre. */
  readonly number?: string | number;
}

/** Modules of white around the code that scanners need (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** Always black on white, in the dark too: `<QrCode value={ticket.code} number={147} />` */
export function QrCode({ value, size = 256, number }: QrCodeProps): ReactNode {
  const { t } = useTranslation('ui');
  const { path, modules } = useMemo(() => qrPath(value), [value]);
  return (
    <figure className="n-qr">
      <svg
        role="img"
        aria-label={t('qr.label')}
        width={size}
        height={size}
        viewBox={`0 0 ${modules} ${modules}`}
        shapeRendering="crispEdges"
      >
        <rect width={modules} height={modules} fill="#fff" />
        <path d={path} fill="#000" />
      </svg>
      {number !== undefined && <figcaption>{t('qr.number', { number })}</figcaption>}
    </figure>
  );
}

/** One path for all dark modules, a horizontal run at a time. */
function qrPath(value: string): { readonly path: string; readonly modules: number } {
  const { data, size } = encode(value, { ecc: 'M', border: QUIET_ZONE });
  const runs = data.flatMap((row, y) =>
    row.flatMap((dark, x) => {
      if (!dark || row[x - 1]) return [];
      const after = row.indexOf(false, x);
      const length = (after === -1 ? row.length : after) - x;
      return [`M${x} ${y}h${length}v1h-${length}z`];
    }),
  );
  return { path: runs.join(''), modules: size };
}
