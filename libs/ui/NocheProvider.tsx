import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { fetchSheet } from './components/Sheet';
import { ToastProvider } from './components/Toast';
import { cssVariablesResolver, theme } from './theme';

/** After the first picture, ms, and long before anybody needs it: without a network it could not be fetched. */
const FETCH_SHEET_AFTER_MS = 2_000;

interface NocheProviderProps {
  readonly children: ReactNode;
  /** `dark` on the tills, always. `choice` lets a person choose in admin, starting dark (`useColorScheme`). */
  readonly scheme?: 'dark' | 'choice';
}

const colorSchemeManager = localStorageColorSchemeManager({ key: 'noche.scheme' });

/** Theme and toasts around a whole app. The app's entry imports `@libs/ui/styles` first. */
export function NocheProvider({ children, scheme = 'dark' }: NocheProviderProps): ReactNode {
  useEffect(() => {
    const timer = setTimeout(() => void fetchSheet().catch(() => undefined), FETCH_SHEET_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="dark"
      forceColorScheme={scheme === 'dark' ? 'dark' : undefined}
    >
      <ToastProvider>{children}</ToastProvider>
    </MantineProvider>
  );
}
