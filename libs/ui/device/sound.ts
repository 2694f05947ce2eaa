export type Outcome = 'ok' | 'caution' | 'bad';

interface Note {
  readonly hz: number;
  /** Start after the first note, ms. */
  readonly atMs: number;
  readonly forMs: number;
}

interface Tune {
  readonly wave: OscillatorType;
  readonly gain: number;
  readonly notes: readonly Note[];
}

/** Told apart without looking and in loud rooms: rising and clear, twice the same, low and rough. */
const TUNES: Record<Outcome, Tune> = {
  ok: {
    wave: 'sine',
    gain: 0.5,
    notes: [
      { hz: 1_046, atMs: 0, forMs: 90 },
      { hz: 1_568, atMs: 90, forMs: 140 },
    ],
  },
  caution: {
    wave: 'triangle',
    gain: 0.6,
    notes: [
      { hz: 659, atMs: 0, forMs: 120 },
      { hz: 659, atMs: 190, forMs: 120 },
    ],
  },
  bad: {
    wave: 'sawtooth',
    gain: 0.5,
    notes: [
      { hz: 233, atMs: 0, forMs: 170 },
      { hz: 196, atMs: 190, forMs: 170 },
      { hz: 147, atMs: 380, forMs: 320 },
    ],
  },
};

/** Vibration, pause, vibration… in ms. */
const BUZZES: Record<Outcome, number[]> = { ok: [60], caution: [80, 60, 80], bad: [220, 90, 220] };

let audio: AudioContext | undefined;

/** Later than this a sound would belong to something else, ms. */
const LATEST_MS = 250;

/** Makes sound possible. Call it from the first tap of a person: browsers keep a page silent until then. */
export function unlockAudio(): void {
  if ('AudioContext' in window) audio ??= new AudioContext();
  if (audio && audio.state !== 'running') void audio.resume().catch(() => undefined);
}

/** Plays the sound of an outcome. Silent, without error, where the browser does not allow sound yet. */
export function playSound(outcome: Outcome): void {
  if (!touched()) return;
  unlockAudio();
  if (audio) void playWhenRunning(audio, TUNES[outcome]);
}

/** Vibrates for an outcome, where the device can (iOS cannot). */
export function vibrate(outcome: Outcome): void {
  if (touched() && 'vibrate' in navigator) navigator.vibrate(BUZZES[outcome]);
}

/** Sound and vibration of an outcome together. */
export function signal(outcome: Outcome): void {
  playSound(outcome);
  vibrate(outcome);
}

async function playWhenRunning(context: AudioContext, tune: Tune): Promise<void> {
  const asked = performance.now();
  // An interrupted context (a call, a locked screen) needs a moment, and may refuse.
  if (context.state !== 'running') await context.resume().catch(() => undefined);
  if (context.state !== 'running' || performance.now() - asked > LATEST_MS) return;
  for (const note of tune.notes) playNote(context, tune.wave, tune.gain, note);
}

/** Whether a person has used the page, without which browsers allow neither sound nor vibration. */
function touched(): boolean {
  return !('userActivation' in navigator) || navigator.userActivation.hasBeenActive;
}

function playNote(context: AudioContext, wave: OscillatorType, peak: number, note: Note): void {
  const from = context.currentTime + note.atMs / 1_000;
  const until = from + note.forMs / 1_000;
  const volume = context.createGain();
  volume.gain.setValueAtTime(0, from);
  volume.gain.linearRampToValueAtTime(peak, from + 0.008);
  volume.gain.setValueAtTime(peak, until - 0.03);
  volume.gain.linearRampToValueAtTime(0, until);
  volume.connect(context.destination);
  const tone = context.createOscillator();
  tone.type = wave;
  tone.frequency.value = note.hz;
  tone.connect(volume);
  tone.start(from);
  tone.stop(until);
}
