export const AGE_OUTCOMES = ['of_age', 'under_age', 'expired', 'unreadable'] as const;
export type AgeOutcome = (typeof AGE_OUTCOMES)[number];

/** Ley 19.925, art. 29: guests under 18 do not come in. */
const ADULT = 18;
/** Document number, birth and expiry (YYMMDD), each followed by its check digit. */
const MRZ = /^([0-9A-Z<]{9})(\d)(\d{6})(\d)(\d{6})(\d)$/;
const WEIGHTS = [7, 3, 1];

/**
 * What the QR of a Chilean identity card says of its holder's age, worked out without asking anybody. The QR is signed by
 * nobody: it helps, and the photo decides. Source: the cards themselves; check digits by ICAO 9303.
 *
 * A scanner that acts as a Spanish keyboard garbles `: / ? = & -`, so only the letters `mrz` and the 24 characters after
 * the sign behind it are looked for; percent escapes of names are not decoded.
 * @param today the venue's calendar date, `YYYY-MM-DD`
 */
export function ageOutcome(scanned: string, today: string): AgeOutcome {
  const text = scanned.trim().toUpperCase();
  const mrz = /MRZ[^0-9A-Z<]{1,3}([0-9A-Z<]{24})(?![0-9A-Z<])/.exec(text)?.[1] ?? text;
  const parts = MRZ.exec(mrz);
  if (!parts) return 'unreadable';
  const [, number = '', numberDigit, born = '', bornDigit, expires = '', expiresDigit] = parts;
  const digitsFit =
    checkDigit(number) === numberDigit && checkDigit(born) === bornDigit && checkDigit(expires) === expiresDigit;
  if (!digitsFit || !isDate(`20${born}`) || !isDate(`20${expires}`)) return 'unreadable';
  const now = today.replaceAll('-', '');
  // The latest century that is not in the future.
  const birth = `20${born}` <= now ? `20${born}` : `19${born}`;
  if (Number(now) - Number(birth) < ADULT * 10_000) return 'under_age';
  return `20${expires}` < now ? 'expired' : 'of_age';
}

/** ICAO 9303: digits count as they are, A is 10 and Z is 35, the filler is 0; weights 7, 3, 1. */
function checkDigit(text: string): string {
  const sum = [...text].reduce((total, char, index) => total + valueOf(char) * (WEIGHTS[index % 3] ?? 0), 0);
  return String(sum % 10);
}

function valueOf(char: string): number {
  return char === '<' ? 0 : Number.parseInt(char, 36);
}

/** @param text YYYYMMDD; the 29th of February is let pass, since the century is not known yet */
function isDate(text: string): boolean {
  const [month, day] = [Number(text.slice(4, 6)), Number(text.slice(6))];
  const longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= longest;
}
