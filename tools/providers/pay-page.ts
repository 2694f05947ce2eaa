import { NOTICE_FAULTS, type NoticeFault } from './notice-post';

export const PRESSES = ['approve', 'decline', 'cancel'] as const;
export type Press = (typeof PRESSES)[number];

export interface PayPage {
  readonly provider: string;
  /** The page's own colour, as `#rrggbb`. */
  readonly colour: string;
  readonly action: string;
  readonly amount: number;
  readonly description: string;
  readonly reference: string;
  /** The provider's published test cards, to read: no card is typed here, so that none can be kept. */
  readonly cards: readonly { readonly number: string; readonly outcome: string }[];
  /** Said above the buttons, after an attempt that failed. */
  readonly notice?: string;
}

const FAULT_NAMES: Record<NoticeFault, string> = {
  none: 'Sin fallas',
  lose: 'La notificación se pierde',
  double: 'La notificación llega dos veces',
  late: 'La notificación llega tarde',
  reorder: 'La notificación llega después de la siguiente',
  forge: 'Antes llega una notificación falsa',
  answer_lost: 'La respuesta del comercio se pierde',
};

/** A payment page that a person can click. */
export function payPage(page: PayPage): string {
  const cards = page.cards.map(({ number, outcome }) => `<li><code>${text(number)}</code> ${text(outcome)}</li>`);
  const faults = NOTICE_FAULTS.map((fault) => `<option value="${fault}">${text(FAULT_NAMES[fault])}</option>`);
  return shell(
    page.provider,
    page.colour,
    `<p class="what">${text(page.description)}</p>
    <p class="amount">${text(pesos(page.amount))}</p>
    <p class="ref">Referencia ${text(page.reference)}</p>
    ${page.notice ? `<p class="notice" role="alert">${text(page.notice)}</p>` : ''}
    <form method="post" action="${text(page.action)}">
      <button class="approve" name="press" value="approve">Aprobar</button>
      <button class="decline" name="press" value="decline">Rechazar</button>
      <button class="cancel" name="press" value="cancel">Cancelar y volver</button>
      <details>
        <summary>Simular una falla</summary>
        <label>Al avisar al comercio <select name="fault">${faults.join('')}</select></label>
      </details>
    </form>
    ${cards.length > 0 ? `<details><summary>Tarjetas de prueba</summary><ul>${cards.join('')}</ul></details>` : ''}`,
  );
}

/** What a guest sees who comes back to a charge that has ended. */
export function endedPage(provider: string, colour: string, state: string, backUrl: string): string {
  return shell(
    provider,
    colour,
    `<p class="what">Este pago ya terminó.</p><p class="ref">${text(state)}</p>
    <a class="back" href="${text(backUrl)}">Volver al comercio</a>`,
  );
}

export function readPress(form: URLSearchParams): { press: Press | undefined; fault: NoticeFault | undefined } {
  return {
    press: PRESSES.find((press) => press === form.get('press')),
    fault: NOTICE_FAULTS.find((fault) => fault === form.get('fault')),
  };
}

function shell(provider: string, colour: string, content: string): string {
  return `<!doctype html>
<html lang="es-CL">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Pago de prueba · ${text(provider)}</title>
<style>
:root { --brand: ${colour}; color-scheme: light; }
* { box-sizing: border-box; margin: 0; }
body { min-height: 100dvh; background: #eef0f4; color: #1b1d24; font: 17px/1.5 system-ui, sans-serif; }
header { background: var(--brand); color: #fff; padding: 18px 20px 64px; font-weight: 700; font-size: 20px; }
header small { display: block; font-weight: 400; font-size: 14px; }
main { max-width: 440px; margin: -44px auto 0; padding: 0 16px 32px; }
.card { background: #fff; border-radius: 16px; padding: 24px 20px; box-shadow: 0 2px 16px rgb(20 24 40 / 12%); }
.what { font-weight: 600; overflow-wrap: anywhere; }
.amount { font-size: 40px; font-weight: 800; letter-spacing: -1px; font-variant-numeric: tabular-nums; }
.ref { color: #5a6072; font-size: 14px; overflow-wrap: anywhere; }
.notice { margin-top: 16px; padding: 12px; border-radius: 10px; background: #fdeceb; color: #8f1d14; }
form { display: grid; grid-template-columns: minmax(0, 1fr); gap: 12px; margin: 24px 0 8px; }
button, .back { min-height: 52px; border-radius: 12px; border: 2px solid transparent; font: inherit; font-weight: 700; cursor: pointer; }
.approve { background: #14713d; color: #fff; }
.decline { background: #fff; color: #a3241a; border-color: #a3241a; }
.cancel { background: #fff; color: #3b4152; border-color: #c3c8d4; }
.back { display: grid; place-items: center; margin-top: 20px; background: var(--brand); color: #fff; text-decoration: none; }
button:focus-visible, .back:focus-visible, summary:focus-visible, select:focus-visible { outline: 3px solid #1a57d6; outline-offset: 2px; }
details { font-size: 15px; }
summary { min-height: 44px; align-content: center; color: #3b4152; cursor: pointer; }
label { display: grid; gap: 6px; }
select { width: 100%; min-height: 44px; padding: 0 10px; border: 1px solid #8a90a2; border-radius: 10px; background: #fff; font: inherit; }
ul { padding: 0; list-style: none; }
li { padding: 6px 0; }
code { font-size: 15px; white-space: nowrap; }
</style>
</head>
<body>
<header>${text(provider)}<small>Simulador: no se cobra dinero real</small></header>
<main><div class="card">
    ${content}
</div></main>
</body>
</html>
`;
}

function pesos(amount: number): string {
  return `$${String(amount).replace(/\B(?=(\d{3})+$)/g, '.')}`;
}

function text(raw: string): string {
  const names: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return raw.replace(/[&<>"']/g, (sign) => names[sign] ?? sign);
}
