import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder';
import { PrintedTicket } from '../application';

/** Characters a line of an 80 mm printer takes in its normal font. */
const COLUMNS = 48;
/** Latin letters of western Europe, ñ and accents among them. */
const CODEPAGE = 'cp858';

/** The ticket in ESC/POS: venue, code, QR and what it is worth. No amounts: it is no receipt. */
export function ticketPaper(ticket: PrintedTicket): Uint8Array {
  const paper = new ReceiptPrinterEncoder({
    language: 'esc-pos',
    columns: COLUMNS,
    codepageMapping: 'epson',
    codepageCandidates: [CODEPAGE],
    feedBeforeCut: 4,
  });
  paper.initialize().codepage(CODEPAGE).align('center');
  paper.bold(true).line(printable(ticket.venueName)).bold(false);
  if (ticket.reprint > 0) banner(paper, `REIMPRESIÓN ${ticket.reprint}`);
  if (ticket.isTest) banner(paper, 'PRUEBA - SIN VALOR');
  paper.newline().size(3, 3).line(ticket.displayCode).size(1, 1).newline();
  paper.qrcode(ticket.qr, { model: 2, size: 8, errorlevel: 'm' }).newline();
  paper.align('left');
  for (const { qty, name, note } of ticket.items) {
    paper
      .size(2, 2)
      .line(`${qty} x ${printable(name)}`)
      .size(1, 1);
    if (note) paper.line(`    ${printable(note)}`);
  }
  paper.newline().align('center').line(ticket.soldAt).cut('partial');
  return paper.encode();
}

function banner(paper: ReceiptPrinterEncoder, text: string): void {
  paper.size(2, 2).invert(true).line(` ${text} `).invert(false).size(1, 1);
}

/** A control character in a name would be a command to the printer. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, ' ');
}
