import { Request, Router } from 'express';
import { languageOf } from '@libs/platform';

const TEXTS = {
  es: {
    paid: ['Listo por tu lado', 'Vuelve a la caja: ahí se ve si el pago se aprobó. Puedes cerrar esta página.'],
    paid_order: [
      'Listo por tu lado',
      'Vuelve a la aplicación: ahí se ve si el pago se aprobó. Puedes cerrar esta página.',
    ],
    left_order: ['No pagaste', 'No se cobró nada. Vuelve a la aplicación si quieres intentarlo otra vez.'],
    left: ['No pagaste', 'Dile a quien está en la caja cómo quieres pagar. Puedes cerrar esta página.'],
  },
  en: {
    paid: [
      'Done on your side',
      'Go back to the till: it shows whether the payment was approved. You may close this page.',
    ],
    paid_order: [
      'Done on your side',
      'Go back to the app: it shows whether the payment was approved. You may close this page.',
    ],
    left_order: ['You did not pay', 'Nothing was charged. Go back to the app to try again.'],
    left: ['You did not pay', 'Tell the person at the till how you want to pay. You may close this page.'],
  },
} as const;

/**
 * Where a guest lands after a payment page. It promises nothing: coming back proves nothing, and the till, or the app, knows
 * from the provider.
 */
export function serveGuestPage(web: Router): void {
  web.get('/pago', (req, res) => {
    res.setHeader('Cache-Control', 'no-store');
    res.type('html').send(page(req));
  });
}

function page(req: Request): string {
  const language = languageOf(req);
  const how = req.query['how'] === 'left' ? 'left' : 'paid';
  const [title, text] = TEXTS[language][req.query['order'] === undefined ? how : (`${how}_order` as const)];
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width,initial-scale=1"><style>
body{margin:0;min-height:100vh;display:grid;place-items:center;background:#0b0a09;color:#f3ede2;font:20px/1.5 system-ui,sans-serif}
main{max-width:24rem;padding:2rem;text-align:center}h1{font-size:2rem;line-height:1.2;margin:0 0 1rem}</style></head>
<body><main><h1>${title}</h1><p>${text}</p></main></body></html>`;
}
