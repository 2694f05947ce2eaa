/** As people write it: `12.345.678-5`. What cannot be one stays as it was typed. */
export function writtenRut(typed: string): string {
  const compact = typed.replace(/[.\s-]/g, '').toUpperCase();
  const [, body = '', digit = ''] = /^(\d{1,8})([\dK])$/.exec(compact) ?? [];
  if (digit === '') return typed;
  return `${body.replace(/\B(?=(\d{3})+$)/g, '.')}-${digit}`;
}
