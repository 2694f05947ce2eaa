import { LoadingState, OfflineState, PairScreen, useWakeLock } from '@libs/ui';
import '@libs/ui/styles/pair.css';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, Suspense } from 'react';
import { isUnknown, sentenceOf } from './answers';
import type { StationQueries } from './station';

interface StationGateProps<Device, Me> {
  readonly queries: StationQueries<Device, Me>;
  /** Makes the tablet a station of the house, by the code that the back office shows. */
  readonly enrol: (code: string) => Promise<unknown>;
  readonly words: {
    /** Nothing can be shown without the server. */
    readonly offline: string;
    /** The code was sent, and nobody knows whether it was taken. */
    readonly noAnswer: string;
  };
  /** Whether whoever logged in here may go on working now. */
  readonly mayWork: (me: Me) => boolean;
  readonly entrance: (device: Device, me: Me | null) => ReactNode;
  readonly work: (me: Me, device: Device) => ReactNode;
}

const linkCode = new URLSearchParams(window.location.search).get('code');

/** Decides what a tablet of the staff shows: pair it, see who is there, and only then its work. Keeps it awake. */
export function StationGate<Device, Me>(props: StationGateProps<Device, Me>): ReactNode {
  const { queries, enrol, words, mayWork, entrance, work } = props;
  useWakeLock();
  const device = useQuery(queries.deviceQuery);
  const me = useQuery({ ...queries.meQuery, enabled: Boolean(device.data) });
  const failed = [device, me].find((asked) => asked.isError && asked.data === undefined);
  if (failed) {
    return (
      <PageState>
        <OfflineState detail={words.offline} onRetry={() => void failed.refetch()} />
      </PageState>
    );
  }
  const loading = (
    <PageState>
      <LoadingState />
    </PageState>
  );
  if (device.data === null) return <Pairing queries={queries} enrol={enrol} noAnswer={words.noAnswer} />;
  if (device.data === undefined || me.data === undefined) return loading;
  if (me.data === null || !mayWork(me.data)) return entrance(device.data, me.data);
  return <Suspense fallback={loading}>{work(me.data, device.data)}</Suspense>;
}

function PageState({ children }: { readonly children: ReactNode }): ReactNode {
  return <main className="n-page-state">{children}</main>;
}

interface PairingProps<Device, Me> extends Pick<StationGateProps<Device, Me>, 'queries' | 'enrol'> {
  readonly noAnswer: string;
}

function Pairing<Device, Me>({ queries, enrol, noAnswer }: PairingProps<Device, Me>): ReactNode {
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: enrol,
    onSuccess: async () => {
      window.history.replaceState(null, '', import.meta.env.BASE_URL);
      await client.refetchQueries({ queryKey: queries.deviceQuery.queryKey });
    },
  });
  const said = isUnknown(error) ? null : sentenceOf(error);
  const problem = error ? (said ?? noAnswer) : null;
  return <PairScreen linkCode={linkCode} busy={isPending} problem={problem} onCode={mutate} />;
}
