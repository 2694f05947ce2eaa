import { IconBulb, IconBulbOff, IconCameraOff, IconCameraRotate } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BigButton } from '../components/BigButton';
import { LoadingState } from '../components/states';
import { type Setting, useSetting } from '../device/setting';
import { type Facing, useCamera } from './useCamera';
import { useReader } from './useReader';

interface CameraViewProps {
  /** Which camera looks; kept on the tablet. */
  readonly facing: Setting<Facing>;
  /** What is to be shown to it. */
  readonly hint: string;
  /** A scan is being asked about. */
  readonly asking: boolean;
  /** Called again and again while a code is in sight. */
  readonly onSight: (code: string) => void;
}

/** The camera's picture with the square that is read, its light and its side. Without a camera it says what works instead. */
export function CameraView({ facing: chosen, hint, asking, onSight }: CameraViewProps): ReactNode {
  const { t } = useTranslation('ui');
  const facing = useSetting(chosen);
  const camera = useCamera(facing);
  const { video, torch, setTorch, retry } = camera;
  const reads = useReader(video, camera.state === 'on', onSight);
  const state = camera.state === 'on' && !reads ? 'unreadable' : camera.state;
  const broken = state !== 'on' && state !== 'starting';
  return (
    <section className="n-camera" aria-label={t('camera.label')} data-state={state}>
      <video ref={video} className="n-camera__video" data-mirrored={facing === 'user' || undefined} muted playsInline />
      {state === 'starting' && <LoadingState label={t('camera.starting')} />}
      {state === 'on' && <span className="n-camera__frame" data-asking={asking || undefined} aria-hidden />}
      <p className="n-camera__hint" role="status">
        {asking ? t('camera.asking') : state === 'on' ? hint : ''}
      </p>
      {broken && (
        <div className="n-state n-camera__broken">
          <IconCameraOff size={44} stroke={1.4} aria-hidden />
          <h2 className="n-state__title">{t(`camera.${state}`)}</h2>
          <p className="n-state__detail">{t(`camera.${state}_detail`)}</p>
          {state !== 'insecure' && <BigButton onPress={retry}>{t('camera.retry')}</BigButton>}
        </div>
      )}
      {state === 'on' && (
        <div className="n-camera__tools">
          {torch !== null && (
            <button
              type="button"
              className="n-press n-camera__tool"
              aria-pressed={torch}
              onClick={() => setTorch(!torch)}
            >
              {torch ? <IconBulb size={28} aria-hidden /> : <IconBulbOff size={28} aria-hidden />}
              <span>{t('camera.torch')}</span>
            </button>
          )}
          <button
            type="button"
            className="n-press n-camera__tool"
            onClick={() => chosen.set(facing === 'user' ? 'environment' : 'user')}
          >
            <IconCameraRotate size={28} stroke={1.7} aria-hidden />
            <span>
              {t('camera.turn')}
              <span className="n-hidden">, {t(facing === 'user' ? 'camera.front' : 'camera.back')}</span>
            </span>
          </button>
        </div>
      )}
    </section>
  );
}
