import { Messages } from './messages';

/** Refusals that belong to no context. */
export const PLATFORM_MESSAGES: Messages = {
  'input.invalid': {
    es: { title: 'Datos incorrectos', detail: 'Revisa los campos marcados y vuelve a enviar. No se guardó nada.' },
    en: { title: 'Invalid input', detail: 'Check the marked fields and send again. Nothing was saved.' },
  },
  'input.not_json': {
    es: { title: 'JSON ilegible', detail: 'El cuerpo no es JSON válido. No se guardó nada.' },
    en: { title: 'Unreadable JSON', detail: 'The body is not valid JSON. Nothing was saved.' },
  },
  'input.cursor': {
    es: { title: 'Página desconocida', detail: 'El cursor no es de esta lista. Vuelve a empezar desde el principio.' },
    en: { title: 'Unknown page', detail: 'The cursor is not of this list. Start again from the beginning.' },
  },
  'input.too_large': {
    es: { title: 'Demasiado grande', detail: 'El cuerpo supera el límite de 100 KB.' },
    en: { title: 'Too large', detail: 'The body is above the limit of 100 KB.' },
  },
  'api_key.invalid': {
    es: { title: 'Clave no válida', detail: 'La clave de la aplicación no existe o fue revocada.' },
    en: { title: 'Key not valid', detail: 'The app’s key is unknown or was revoked.' },
  },
  'api_key.scope_missing': {
    es: { title: 'La clave no llega hasta aquí', detail: 'La clave de la aplicación no permite leer esto.' },
    en: { title: 'The key does not reach here', detail: 'The app’s key does not allow to read this.' },
  },
  'request.not_json': {
    es: { title: 'Tipo de contenido', detail: 'Envía el cuerpo como application/json.' },
    en: { title: 'Content type', detail: 'Send the body as application/json.' },
  },
  'request.foreign_origin': {
    es: { title: 'Origen no permitido', detail: 'Esta página no puede escribir aquí.' },
    en: { title: 'Origin not allowed', detail: 'That page may not write here.' },
  },
  'request.not_found': {
    es: { title: 'No existe', detail: 'No hay nada en esta dirección.' },
    en: { title: 'Not found', detail: 'There is nothing at this address.' },
  },
  'request.refused': {
    es: { title: 'Solicitud rechazada', detail: 'La solicitud no se pudo leer.' },
    en: { title: 'Request refused', detail: 'The request could not be read.' },
  },
  'request.too_many': {
    es: { title: 'Demasiadas solicitudes', detail: 'Espera un momento y vuelve a intentar.' },
    en: { title: 'Too many requests', detail: 'Wait a moment and try again.' },
  },
  'transport.insecure': {
    es: { title: 'Conexión insegura', detail: 'Entra por HTTPS.' },
    en: { title: 'Insecure connection', detail: 'Use HTTPS.' },
  },
  'auth.required': {
    es: { title: 'Entra de nuevo', detail: 'Tu sesión no está activa.' },
    en: { title: 'Log in again', detail: 'Your session is not active.' },
  },
  'auth.locked': {
    es: { title: 'Pantalla bloqueada', detail: 'Ingresa tu PIN para seguir.' },
    en: { title: 'Screen locked', detail: 'Enter your PIN to go on.' },
  },
  'auth.forbidden': {
    es: { title: 'Sin permiso', detail: 'Tu rol no permite hacer esto.' },
    en: { title: 'Not allowed', detail: 'Your role does not allow this.' },
  },
  'device.not_enrolled': {
    es: { title: 'Tablet sin vincular', detail: 'Pide a un administrador un código para vincular esta tablet.' },
    en: { title: 'Tablet not paired', detail: 'Ask an admin for a code to pair this tablet.' },
  },
  'idempotency.key_missing': {
    es: { title: 'Falta la clave', detail: 'Envía Idempotency-Key: sin ella, un reintento podría repetir el cobro.' },
    en: { title: 'Key missing', detail: 'Send Idempotency-Key: without it, a retry could act twice.' },
  },
  'idempotency.key_invalid': {
    es: { title: 'Clave inválida', detail: 'Idempotency-Key lleva de 1 a 255 caracteres visibles.' },
    en: { title: 'Invalid key', detail: 'Idempotency-Key takes 1 to 255 visible characters.' },
  },
  'idempotency.key_reused': {
    es: { title: 'Clave ya usada', detail: 'Esa clave se usó para otra cosa. No se hizo nada nuevo.' },
    en: { title: 'Key already used', detail: 'That key was used for something else. Nothing new was done.' },
  },
  'idempotency.in_progress': {
    es: { title: 'En curso', detail: 'La misma solicitud se está procesando. Vuelve a preguntar en un momento.' },
    en: { title: 'In progress', detail: 'The same request is being processed. Ask again in a moment.' },
  },
  'money.not_whole': {
    es: { title: 'Monto inválido', detail: 'Los montos son pesos enteros.' },
    en: { title: 'Invalid amount', detail: 'Amounts are whole pesos.' },
  },
  'rut.invalid': {
    es: { title: 'RUT inválido', detail: 'El dígito verificador no corresponde.' },
    en: { title: 'Invalid RUT', detail: 'The check digit does not match.' },
  },
  'database.busy': {
    es: { title: 'Ocupado', detail: 'Otra persona está usando lo mismo. Vuelve a intentar: no se hizo nada.' },
    en: { title: 'Busy', detail: 'Somebody else is using the same. Try again: nothing was done.' },
  },
  'database.unavailable': {
    es: {
      title: 'Servicio no disponible',
      detail: 'La base de datos no responde. Vuelve a intentar con la misma clave.',
    },
    en: { title: 'Unavailable', detail: 'The database does not answer. Try again with the same key.' },
  },
  'server.failed': {
    es: { title: 'Falla interna', detail: 'Algo falló de nuestro lado. Vuelve a intentar con la misma clave.' },
    en: { title: 'Internal failure', detail: 'Something failed on our side. Try again with the same key.' },
  },
};
