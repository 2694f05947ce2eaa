/** Whether a Chilean tax number has the right check digit (modulo 11). Accepts 12.345.678-5, 12345678-5 and 123456785. */
export function isRut(text: string): boolean {
  const compact = text.replace(/[.\s-]/g, '').toUpperCase();
  const body = compact.slice(0, -1);
  return /^\d{1,8}$/.test(body) && checkDigit(body) === compact.slice(-1);
}

/** `12345678-5` as people write it: 12.345.678-5. Anything else stays as it is. */
export function formatRut(text: string): string {
  const compact = text.replace(/[.\s-]/g, '').toUpperCase();
  if (!/^\d{1,8}[\dK]$/.test(compact)) return text;
  return `${compact.slice(0, -1).replace(/\B(?=(\d{3})+$)/g, '.')}-${compact.slice(-1)}`;
}

function checkDigit(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, index) => total + Number(digit) * (2 + (index % 6)), 0);
  const digit = 11 - (sum % 11);
  if (digit === 11) return '0';
  return digit === 10 ? 'K' : String(digit);
}
