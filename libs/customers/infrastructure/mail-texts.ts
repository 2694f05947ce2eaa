import { Mail } from '../application';

interface Text {
  readonly subject: string;
  readonly lines: readonly string[];
}

type Words = Readonly<Record<Mail['kind'], Readonly<Record<Mail['language'], Text>>>>;

/** `{venue}` and `{code}` are filled in. */
const TEXTS: Words = {
  confirm_address: {
    es: {
      subject: 'Tu código para {venue}',
      lines: [
        'Este es tu código para confirmar tu correo en {venue}:',
        '{code}',
        'Vale por 30 minutos. Escríbelo en la aplicación donde te registraste.',
        'Si no te registraste, ignora este mensaje y no le des el código a nadie.',
      ],
    },
    en: {
      subject: 'Your code for {venue}',
      lines: [
        'This is your code to confirm your address at {venue}:',
        '{code}',
        'It is good for 30 minutes. Type it into the app where you registered.',
        'If you did not register, ignore this message and give the code to nobody.',
      ],
    },
  },
  entry_offered: {
    es: {
      subject: 'Te regalaron una entrada para {venue}',
      lines: [
        'Alguien te regaló una entrada para {venue}. Este es su código:',
        '{code}',
        'Entra a tu cuenta, o crea una, y escríbelo en «Recibir entrada». Vale por siete días y una sola vez.',
        'Quien tenga el código se queda con la entrada: no se lo des a nadie.',
      ],
    },
    en: {
      subject: 'Somebody gave you an entry to {venue}',
      lines: [
        'Somebody gave you an entry to {venue}. This is its code:',
        '{code}',
        'Log in, or create an account, and type it under “Receive an entry”. It is good for seven days and once.',
        'Whoever has the code gets the entry: give it to nobody.',
      ],
    },
  },
  already_registered: {
    es: {
      subject: 'Ya tienes una cuenta en {venue}',
      lines: [
        'Alguien quiso registrarse en {venue} con este correo, que ya tiene una cuenta.',
        'Si fuiste tú, entra con tu contraseña. Si la olvidaste, elige «Olvidé mi contraseña».',
        'Si no fuiste tú, no tienes que hacer nada.',
      ],
    },
    en: {
      subject: 'You already have an account at {venue}',
      lines: [
        'Somebody wanted to register at {venue} with this address, which already has an account.',
        'If it was you, log in with your password. If you forgot it, choose “Forgot password”.',
        'If it was not you, there is nothing to do.',
      ],
    },
  },
  reset_password: {
    es: {
      subject: 'Tu código para cambiar la contraseña en {venue}',
      lines: [
        'Este es tu código para elegir una contraseña nueva en {venue}:',
        '{code}',
        'Vale por 30 minutos y una sola vez.',
        'Si no lo pediste, ignora este mensaje y no le des el código a nadie.',
      ],
    },
    en: {
      subject: 'Your code to change the password at {venue}',
      lines: [
        'This is your code to choose a new password at {venue}:',
        '{code}',
        'It is good for 30 minutes and counts once.',
        'If you did not ask for it, ignore this message and give the code to nobody.',
      ],
    },
  },
  new_address: {
    es: {
      subject: 'Tu código para cambiar de correo en {venue}',
      lines: [
        'Este es tu código para usar este correo en tu cuenta de {venue}:',
        '{code}',
        'Vale por 30 minutos y una sola vez.',
        'Si no lo pediste, ignora este mensaje y no le des el código a nadie.',
      ],
    },
    en: {
      subject: 'Your code to change your address at {venue}',
      lines: [
        'This is your code to use this address for your account at {venue}:',
        '{code}',
        'It is good for 30 minutes and counts once.',
        'If you did not ask for it, ignore this message and give the code to nobody.',
      ],
    },
  },
  address_changed: {
    es: {
      subject: 'Cambió el correo de tu cuenta en {venue}',
      lines: [
        'Tu cuenta en {venue} ya no usa este correo y se cerraron las demás sesiones.',
        'Si no fuiste tú, avisa ahora mismo en el local.',
      ],
    },
    en: {
      subject: 'The address of your account at {venue} was changed',
      lines: [
        'Your account at {venue} no longer uses this address, and other sessions were ended.',
        'If it was not you, tell the house right now.',
      ],
    },
  },
  password_changed: {
    es: {
      subject: 'Cambió tu contraseña en {venue}',
      lines: [
        'La contraseña de tu cuenta en {venue} acaba de cambiar y se cerraron las demás sesiones.',
        'Si no fuiste tú, elige «Olvidé mi contraseña» ahora mismo.',
      ],
    },
    en: {
      subject: 'Your password at {venue} was changed',
      lines: [
        'The password of your account at {venue} has just been changed, and other sessions were ended.',
        'If it was not you, choose “Forgot password” right now.',
      ],
    },
  },
};

/** Subject and body of a mail, as plain text. */
export function wordsOf({ kind, language, venueName, code = '' }: Mail): { subject: string; text: string } {
  const { subject, lines } = TEXTS[kind][language];
  const fill = (text: string): string => text.replaceAll('{venue}', () => venueName).replaceAll('{code}', () => code);
  return { subject: fill(subject), text: `${lines.map(fill).join('\n\n')}\n` };
}
