/** Noche, the design system: plain components, the senses of a tablet, money and time. Knows no API and no feature. */
export { NocheProvider } from './NocheProvider';
export { cssVariablesResolver, theme } from './theme';

export { AnothersPin } from './components/AnothersPin';
export { BigButton, type ButtonLook, type ButtonSize } from './components/BigButton';
export { Clock } from './components/Clock';
export { DenominationCounter } from './components/DenominationCounter';
export { ErrorBoundary } from './components/ErrorBoundary';
export { CATEGORY_HUES, type CategoryHue, hueStyle } from './components/hues';
export { KeyButton } from './components/KeyButton';
export { LinkBadge } from './components/LinkBadge';
export { Money, type MoneySize } from './components/Money';
export { NetBadge, type NetState } from './components/NetBadge';
export { NumPad } from './components/NumPad';
export { Initial, PersonBadge, PersonTile } from './components/PersonTile';
export { PairScreen } from './components/PairScreen';
export { PinDots } from './components/PinDots';
export { PinLogin } from './components/PinLogin';
export { PinPanel, type PinRefusal } from './components/PinPanel';
export { ProductTile } from './components/ProductTile';
export { QrCode } from './components/QrCode';
export { ResultButton, ScanLine, ScanResult } from './components/ScanResult';
export { Sheet } from './components/Sheet';
export { EmptyState, ErrorState, LoadingState, OfflineState } from './components/states';
export { StatusDot, type Tone } from './components/StatusDot';
export { type Tab, Tabs } from './components/Tabs';
export { type ToastMessage, ToastProvider, useToast } from './components/Toast';
export { TopBar, Wordmark } from './components/TopBar';
export { UpdateNotice } from './components/UpdateNotice';

export * from './format/clp';
export * from './format/keypad';
export * from './format/time';

export { DOUBLE_TAP_MS, guardTap, HOLD_AFTER_OPEN_MS, TapGuard } from './device/guardTap';
export { Heartbeat, type HeartbeatState, type Link } from './device/heartbeat';
export { useAppUpdate } from './device/useAppUpdate';
export { type Outcome, playSound, signal, unlockAudio, vibrate } from './device/sound';
export { Setting, useSetting } from './device/setting';
export { useHeartbeat } from './device/useHeartbeat';
export { useIdle } from './device/useIdle';
export { useNow } from './device/useNow';
export { useOnce } from './device/useOnce';
export { useWakeLock } from './device/useWakeLock';
export { useWedge } from './device/useWedge';
export { uuidv7 } from './device/uuidv7';
export { WedgeBuffer } from './device/wedge';

export { LanguageSwitch } from './i18n/LanguageSwitch';
export { type AppCatalogues, type Language, LANGUAGES, setLanguage, startI18n, storedLanguage } from './i18n/setup';
export type { Translation } from './i18n/types';
