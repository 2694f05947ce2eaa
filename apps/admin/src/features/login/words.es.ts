/** Words of the login, Spanish. */
export const login = {
  title: 'Administración',
  lead: 'Entra con tu usuario y contraseña.',
  username: 'Usuario',
  password: 'Contraseña',
  totp: 'Código de 6 dígitos',
  totp_hint: 'Está en tu aplicación de autenticación y cambia cada 30 segundos.',
  enter: 'Entrar',
  wrong: 'Usuario o contraseña incorrectos.',
  wrong_left_one: 'Usuario o contraseña incorrectos. Queda {{count}} intento antes de bloquear la cuenta 15 minutos.',
  wrong_left_other:
    'Usuario o contraseña incorrectos. Quedan {{count}} intentos antes de bloquear la cuenta 15 minutos.',
  totp_wrong: 'El código no es correcto. Espera el siguiente e inténtalo otra vez.',
  locked: 'Demasiados intentos. Por seguridad la cuenta quedó bloqueada: inténtalo otra vez en {{wait}}.',
  locked_over: 'El bloqueo terminó. Ya puedes intentarlo otra vez.',
  minutes_one: '{{count}} minuto',
  minutes_other: '{{count}} minutos',
  seconds_one: '{{count}} segundo',
  seconds_other: '{{count}} segundos',
  no_answer: 'El servidor no responde. Revisa la conexión e inténtalo otra vez.',
  other_user: 'Entrar con otro usuario',
  idle: 'La sesión terminó. Entra otra vez y vuelves a donde estabas.',
} as const;
