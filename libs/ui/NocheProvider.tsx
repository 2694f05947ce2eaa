import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import type { ReactNode } from 'react';
import { ToastProvider } from './components/Toast';
import { cssVariablesResolver, theme } from './theme';

interface NocheProviderProps {
  readonly children: ReactNode;
  /** `dark` on the tills, always. `choice` lets a person choose in admin, starting dark (`useColorScheme`). */
  readonly scheme?: 'dark' | 'choice';
}

const colorSchemeManager = localStorageColorSchemeManager({ key: 'noche.scheme' });

/** Theme and toasts around a whole app. The app's entry imports `@libs/ui/styles` first. */
export function NocheProvider({ children, scheme = 'dark' }: NocheProviderProps): ReactNode {
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
