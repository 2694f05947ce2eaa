import { Client } from 'pg';
import { LoadOrder, Measured } from './load';
import { line, median } from './report';
import { renewTokens } from './wallets-club';

/** The API process and its database, as far as wallets need them. */
export interface WalletStage {
  readonly owner: Client;
  /** Guests' access tokens, fresh. */
  tokens(): readonly string[];
  order(given: Pick<LoadOrder, 'what' | 'seconds' | 'acts' | 'guests'>): Promise<Measured>;
  /** Until the API has handed on every event. */
  relayed(): Promise<void>;
}

export interface WalletFigures {
  readonly bareSale: readonly Measured[];
  readonly sale: readonly Measured[];
  readonly qr: readonly Measured[];
  /** Of what the bare database does, 0 to 1. */
  readonly share: number;
}

const ROUNDS = 3;
const WARM_UP = 1_000;

/** Sales paid by wallet against the bare database with the same rows, alternating, and fresh QRs. */
export async function measureWallets(stage: WalletStage, seconds: number): Promise<WalletFigures> {
  const sell = async (what: 'bare-wallet-sale' | 'http-wallet-sale', given: object): Promise<Measured> => {
    await renewTokens(stage.owner);
    const measured = await stage.order({ what, ...given });
    await stage.relayed();
    return measured;
  };
  await sell('http-wallet-sale', { acts: WARM_UP });
  const figures = { bareSale: [] as Measured[], sale: [] as Measured[], qr: [] as Measured[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    figures.bareSale.push(await sell('bare-wallet-sale', { seconds }));
    figures.sale.push(await sell('http-wallet-sale', { seconds }));
  }
  await stage.order({ what: 'http-qr', acts: WARM_UP, guests: stage.tokens() });
  for (let round = 0; round < ROUNDS; round += 1) {
    figures.qr.push(await stage.order({ what: 'http-qr', seconds, guests: stage.tokens() }));
  }
  return { ...figures, share: median(figures.sale, 'perSecond') / median(figures.bareSale, 'perSecond') };
}

export function printWallets({ bareSale, sale, qr }: WalletFigures): void {
  process.stdout.write('\nWallets\n');
  console.table([
    line('sale by wallet, bare database', bareSale),
    line('POST /sales by wallet', sale, bareSale),
    line('GET /wallet/qr', qr),
  ]);
}
