import { Messages } from '@libs/platform';

/** What the staff context says when it says no. */
export const STAFF_MESSAGES: Messages = {
  'auth.wrong_app': {
    es: { title: 'Pantalla equivocada', detail: 'Esta aplicación no entra a ese puesto. Abre la que corresponde.' },
    en: { title: 'Wrong screen', detail: 'This app does not log in to that station. Open the one that does.' },
  },
  'pin.wrong': {
    es: {
      title: 'PIN incorrecto',
      detail: 'Revisa el PIN y prueba de nuevo. Intentos antes del bloqueo: {attemptsLeft}.',
    },
    en: { title: 'Wrong PIN', detail: 'Check the PIN and try again. Tries before the lock: {attemptsLeft}.' },
  },
  'pin.locked': {
    es: {
      title: 'PIN bloqueado un momento',
      detail: 'Demasiados intentos. Prueba de nuevo en {retryAfterS} segundos.',
    },
    en: { title: 'PIN locked for a moment', detail: 'Too many tries. Try again in {retryAfterS} seconds.' },
  },
  'pin.needs_supervisor': {
    es: { title: 'PIN bloqueado', detail: 'Pide a un supervisor que lo desbloquee.' },
    en: { title: 'PIN locked', detail: 'Ask a supervisor to unlock it.' },
  },
  'pin.malformed': {
    es: { title: 'PIN inválido', detail: 'El PIN lleva seis dígitos.' },
    en: { title: 'Invalid PIN', detail: 'A PIN has six digits.' },
  },
  'pin.trivial': {
    es: { title: 'PIN muy fácil', detail: 'Evita repeticiones y secuencias. Elige otro.' },
    en: { title: 'PIN too easy', detail: 'Avoid repeats and runs. Choose another one.' },
  },
  'pin.is_birthday': {
    es: { title: 'PIN muy fácil', detail: 'El PIN no puede ser la fecha de nacimiento. Elige otro.' },
    en: { title: 'PIN too easy', detail: 'A PIN must not be the birth date. Choose another one.' },
  },
  'device.locked': {
    es: {
      title: 'Tablet bloqueada',
      detail:
        'Hubo demasiados PIN incorrectos. Espera {retryAfterS} segundos o pide a un administrador que la desbloquee.',
    },
    en: {
      title: 'Tablet locked',
      detail: 'There were too many wrong PINs. Wait {retryAfterS} seconds or ask an admin to unlock it.',
    },
  },
  'device.code_unknown': {
    es: { title: 'Código desconocido', detail: 'El código está mal, venció o ya se usó. Pide uno nuevo.' },
    en: { title: 'Unknown code', detail: 'The code is wrong, too old or used. Ask for a new one.' },
  },
  'device.unknown': {
    es: { title: 'Tablet desconocida', detail: 'No hay una tablet así en este local.' },
    en: { title: 'Unknown tablet', detail: 'There is no such tablet in this house.' },
  },
  'device.revoked': {
    es: { title: 'Tablet dada de baja', detail: 'Una tablet dada de baja no vuelve. Agrega una nueva.' },
    en: { title: 'Tablet revoked', detail: 'A revoked tablet does not come back. Add a new one.' },
  },
  'api_key.unknown': {
    es: { title: 'Clave desconocida', detail: 'No hay una clave así en este local.' },
    en: { title: 'Unknown key', detail: 'There is no such key in this house.' },
  },
  'staff.not_at_station': {
    es: { title: 'Sin acceso a este puesto', detail: 'Esta persona no trabaja en este puesto.' },
    en: { title: 'Not at this station', detail: 'This person does not work at this station.' },
  },
  'staff.bar_unknown': {
    es: { title: 'Barra desconocida', detail: 'Elige una barra de la lista.' },
    en: { title: 'Unknown bar', detail: 'Choose a bar from the list.' },
  },
  'staff.employee_unknown': {
    es: { title: 'Persona desconocida', detail: 'No hay una persona así en este local.' },
    en: { title: 'Unknown person', detail: 'There is no such person in this house.' },
  },
  'staff.rut_taken': {
    es: { title: 'RUT repetido', detail: 'Ya hay una persona con ese RUT.' },
    en: { title: 'RUT taken', detail: 'Somebody else has that RUT.' },
  },
  'staff.username_taken': {
    es: { title: 'Usuario ocupado', detail: 'Ese nombre de usuario ya existe. Elige otro.' },
    en: { title: 'Username taken', detail: 'That username exists. Choose another one.' },
  },
  'staff.not_admin': {
    es: { title: 'No es administrador', detail: 'Dale primero el rol de administrador.' },
    en: { title: 'Not an admin', detail: 'Give the admin role first.' },
  },
  'staff.last_admin': {
    es: {
      title: 'Último administrador',
      detail: 'El local quedaría sin nadie que lo administre. Nombra antes a otra persona.',
    },
    en: { title: 'Last admin', detail: 'Nobody would be left to run the house. Name somebody else first.' },
  },
  'step_up.invalid': {
    es: { title: 'Autorización no válida', detail: 'Venció, ya se usó o era para otra cosa. Pide una nueva.' },
    en: {
      title: 'Authorization not valid',
      detail: 'It expired, was used or was for something else. Ask for a new one.',
    },
  },
  'step_up.same_person': {
    es: {
      title: 'Debe ser otra persona',
      detail: 'Nadie se autoriza a sí mismo. Pide a otra persona que ingrese su PIN.',
    },
    en: { title: 'Must be somebody else', detail: 'Nobody allows themselves. Ask another person to enter their PIN.' },
  },
  'step_up.not_allowed': {
    es: { title: 'No puede autorizar', detail: 'Esa persona no tiene permiso para autorizar esto.' },
    en: { title: 'May not allow this', detail: 'That person is not allowed to authorize this.' },
  },
  'admin.wrong': {
    es: { title: 'Datos incorrectos', detail: 'El usuario, la contraseña o el código no coinciden.' },
    en: { title: 'Wrong credentials', detail: 'Username, password or code do not match.' },
  },
  'admin.totp_required': {
    es: { title: 'Falta el código', detail: 'Ingresa el código de tu aplicación de autenticación.' },
    en: { title: 'Code missing', detail: 'Enter the code of your authenticator app.' },
  },
  'admin.locked': {
    es: {
      title: 'Cuenta bloqueada un momento',
      detail: 'Demasiados intentos. Prueba de nuevo en {retryAfterS} segundos.',
    },
    en: { title: 'Account locked for a moment', detail: 'Too many tries. Try again in {retryAfterS} seconds.' },
  },
  'admin.no_account': {
    es: { title: 'Sin cuenta', detail: 'Esta persona no tiene cuenta de administración.' },
    en: { title: 'No account', detail: 'This person has no account in the back office.' },
  },
  'password.wrong': {
    es: { title: 'Contraseña incorrecta', detail: 'La contraseña actual no coincide.' },
    en: { title: 'Wrong password', detail: 'The current password does not match.' },
  },
  'password.too_short': {
    es: { title: 'Contraseña corta', detail: 'Usa al menos {min} caracteres.' },
    en: { title: 'Password too short', detail: 'Use at least {min} characters.' },
  },
  'password.is_username': {
    es: { title: 'Contraseña muy fácil', detail: 'La contraseña no puede ser el nombre de usuario.' },
    en: { title: 'Password too easy', detail: 'The password must not be the username.' },
  },
  'password.trivial': {
    es: { title: 'Contraseña muy fácil', detail: 'Usa más caracteres distintos.' },
    en: { title: 'Password too easy', detail: 'Use more different characters.' },
  },
  'totp.already_on': {
    es: { title: 'Ya está activo', detail: 'El segundo factor ya está activo. Desactívalo antes de cambiarlo.' },
    en: { title: 'Already on', detail: 'The second factor is on. Turn it off before changing it.' },
  },
  'totp.not_set_up': {
    es: { title: 'Falta el primer paso', detail: 'Escanea primero el código QR.' },
    en: { title: 'First step missing', detail: 'Scan the QR code first.' },
  },
  'totp.wrong': {
    es: { title: 'Código incorrecto', detail: 'Revisa la hora del teléfono y prueba con el código siguiente.' },
    en: { title: 'Wrong code', detail: "Check the phone's time and try the next code." },
  },
};
