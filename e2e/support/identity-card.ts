const WEIGHTS = [7, 3, 1];
const EXPIRES = '311015';

/** What the QR of a Chilean identity card holds. @param born YYMMDD */
export function identityCard({ born }: { readonly born: string }): string {
  const number = '100200300';
  const mrz = [number, born, EXPIRES].map((part) => part + checkDigit(part)).join('');
  return `https://portal.sidiv.registrocivil.cl/docstatus?RUN=12345678-5&type=CEDULA&serial=${number}&mrz=${mrz}`;
}

/** ICAO 9303, of digits. */
function checkDigit(digits: string): string {
  const sum = [...digits].reduce((total, digit, index) => total + Number(digit) * (WEIGHTS[index % 3] ?? 0), 0);
  return String(sum % 10);
}
