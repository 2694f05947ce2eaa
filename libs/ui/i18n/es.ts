/** Words of the shared components, Spanish. The other languages are checked against this file by the compiler. */
export const es = {
  net: {
    online: 'En línea',
    sending: 'Enviando {{count}}',
    offline: 'Sin conexión',
    pending: '{{count}} por enviar',
    stale: 'Datos {{age}}',
    what: 'Qué puedo hacer',
  },
  pad: {
    back: 'Borrar',
    keys: 'Teclado numérico',
    pin: '{{filled}} de {{length}} dígitos',
    pin_wrong: 'PIN incorrecto',
  },
  qr: {
    label: 'Código QR',
    number: 'Nº {{number}}',
  },
  scan: {
    closing: 'Se cierra solo; toca para dejarlo abierto',
    more: 'Hay más abajo',
  },
  tile: {
    in_cart: 'en la venta',
    sold_out: 'Agotado',
  },
  sheet: {
    close: 'Cerrar',
  },
  state: {
    loading: 'Cargando',
    error: 'Algo falló',
    error_detail: 'No se perdió nada. Inténtalo otra vez.',
    offline: 'Sin conexión',
    offline_detail: 'Esto necesita el servidor. Vuelve solo cuando haya conexión.',
    retry: 'Reintentar',
    reload: 'Recargar',
  },
  toast: {
    undo: 'Deshacer',
    region: 'Avisos',
  },
  count: {
    title: 'Conteo por billete y moneda',
    total: 'Contado',
    less: 'Uno menos de {{worth}}',
    more: 'Uno más de {{worth}}',
    how_many: 'Cuántos de {{worth}}',
  },
  update: {
    ready: 'Hay una versión nueva',
    apply: 'Actualizar',
  },
  pair: {
    title: 'Código de la tablet',
    detail: 'Lo muestra administración, en Equipo, Tablets. Se usa una sola vez.',
    act: 'Conectar esta tablet',
  },
  language: {
    label: 'Idioma',
  },
} as const;
