import { Injectable } from '@nestjs/common';
import { Clock, DomainError } from '@libs/kernel';
import { AppConfig } from '@libs/platform';
import { OnlineProviders } from '../application';
import { IntentFacts, OnlineProvider, OnlineProviderName } from '../domain';
import { WebCheckoutProvider } from './getnet/web-checkout-provider';
import { KlapProvider } from './klap/klap-provider';

/** The payment pages that the house has a contract for. */
@Injectable()
export class ConfiguredProviders extends OnlineProviders {
  private readonly providers = new Map<OnlineProviderName, OnlineProvider>();

  constructor(
    private readonly config: AppConfig,
    clock: Clock,
  ) {
    super();
    const { getnetWeb, klap } = config;
    if (getnetWeb) {
      const { url: baseUrl, login, secretKey } = getnetWeb;
      this.providers.set('getnet_web', new WebCheckoutProvider({ baseUrl, login, secretKey, clock }));
    }
    if (klap) this.providers.set('klap', new KlapProvider({ baseUrl: klap.url, apikey: klap.apikey, clock }));
  }

  get(name: OnlineProviderName): OnlineProvider {
    const provider = this.providers.get(name);
    if (!provider) throw new DomainError('payment.provider_not_configured', 'conflict', { provider: name });
    return provider;
  }

  configured(): readonly OnlineProviderName[] {
    return [...this.providers.keys()];
  }

  addressesOf({ id, order }: Pick<IntentFacts, 'id' | 'order'>): ReturnType<OnlineProviders['addressesOf']> {
    const origin = this.config.publicOrigin ?? `http://localhost:${String(this.config.port)}`;
    const home = (order && this.config.customerAppUrl) ?? `${origin}/pago`;
    const back = (how: string): string => {
      const address = new URL(home);
      const told: Record<string, string> = order ? { kind: order.kind, order: order.id, how } : { intent: id, how };
      for (const [name, value] of Object.entries(told)) address.searchParams.set(name, value);
      return address.href;
    };
    return {
      returnUrl: back('paid'),
      cancelUrl: back('left'),
      notifyUrls: {
        confirm: `${origin}/api/v1/webhooks/klap/confirm`,
        reject: `${origin}/api/v1/webhooks/klap/reject`,
      },
    };
  }
}
