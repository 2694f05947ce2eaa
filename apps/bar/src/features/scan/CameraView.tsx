import { BigButton, LoadingState } from '@libs/ui';
import { useCamera, useReader } from '@libs/ui/scan';
import { IconBulb, IconBulbOff, IconCameraOff, IconCameraRotate } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cameraFacing, useSetting } from '../../app/stored';

interface CameraViewProps {
  /** A scan is being asked about. */
  readonly asking: boolean;
  /** Called again and again while a code is in sight. */
  readonly onSight: (code: string) => void;
}

/** The camera's picture with the square that is read, its light and its side. Without a camera it says what works instead. */
export function CameraView({ asking, onSight }: CameraViewProps): ReactNode {
  const { t } = useTranslation();
  const facing = useSetting(cameraFacing);
  const camera = useCamera(facing);
  const { video, torch, setTorch, retry } = camera;
  const reads = useReader(video, camera.state === 'on', onSight);
  const state = camera.state === 'on' && !reads ? 'unreadable' : camera.state;
  const broken = state !== 'on' && state !== 'starting';
  return (
    <section className="bar-camera" aria-label={t('camera.label')} data-state={state}>
      <video
        ref={video}
        className="bar-camera__video"
        data-mirrored={facing === 'user' || undefined}
        muted
        playsInline
      />
      {state === 'starting' && <LoadingState label={t('camera.starting')} />}
      {state === 'on' && <span className="bar-camera__frame" data-asking={asking || undefined} aria-hidden />}
      <p className="bar-camera__hint" role="status">
        {asking ? t('camera.asking') : state === 'on' ? t('camera.hint') : ''}
      </p>
      {broken && (
        <div className="n-state bar-camera__broken">
          <IconCameraOff size={44} stroke={1.4} aria-hidden />
          <h2 className="n-state__title">{t(`camera.${state}`)}</h2>
          <p className="n-state__detail">{t(`camera.${state}_detail`)}</p>
          {state !== 'insecure' && <BigButton onPress={retry}>{t('camera.retry')}</BigButton>}
        </div>
      )}
      {state === 'on' && (
        <div className="bar-camera__tools">
          {torch !== null && (
            <button
              type="button"
              className="n-press bar-camera__tool"
              aria-pressed={torch}
              onClick={() => setTorch(!torch)}
            >
              {torch ? <IconBulb size={28} aria-hidden /> : <IconBulbOff size={28} aria-hidden />}
              <span>{t('camera.torch')}</span>
            </button>
          )}
          <button
            type="button"
            className="n-press bar-camera__tool"
            onClick={() => cameraFacing.set(facing === 'user' ? 'environment' : 'user')}
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
