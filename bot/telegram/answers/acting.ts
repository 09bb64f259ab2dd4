import type { Desk } from '../desk.ts';
import type { Place } from '../port/port.ts';

type Action = 'typing' | 'upload_photo' | 'upload_document';

/** Longer than this, the asker is shown that somebody is at work. */
const SHOWN_AFTER_MS = 1000;
/** Telegram shows it for five seconds. */
const AGAIN_AFTER_MS = 4500;

/** Does something that may take a while, and shows that it does. */
export async function whileActing<T>(
  { port, log }: Pick<Desk, 'port' | 'log'>,
  place: Place,
  action: Action,
  work: () => Promise<T>,
): Promise<T> {
  let timer = setTimeout(show, SHOWN_AFTER_MS);
  function show(): void {
    port
      .acting(place, action)
      .catch((error: unknown) => log.debug({ error }, 'could not show that work goes on'));
    timer = setTimeout(show, AGAIN_AFTER_MS);
  }
  try {
    return await work();
  } finally {
    clearTimeout(timer);
  }
}
