import { LoadingState } from '@libs/ui';
import { lazy, type ReactNode, Suspense } from 'react';
import { useMember } from '../session/current';
import { AppFrame } from './AppFrame';

const LandingScreen = lazy(async () => ({
  default: (await import('../features/home/LandingScreen')).LandingScreen,
}));

/** The start: a guest's own, or what the house is about for everybody else. */
export function StartFrame(): ReactNode {
  const member = useMember();
  if (member) return <AppFrame />;
  return (
    <Suspense fallback={<LoadingState />}>
      <LandingScreen />
    </Suspense>
  );
}
