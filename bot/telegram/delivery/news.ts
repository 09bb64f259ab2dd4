import type { Change } from '../../../src/app/changes.ts';
import type { Report } from '../../../src/model/report.ts';
import type { News } from '../../../src/subscriptions/alerts.ts';
import type { Desk } from '../desk.ts';

/** Changes that come within so long of each other are written to the ledger together. */
const GATHERED_MS = 200;
/** No more reports are held in memory for it. */
const MOST_GATHERED = 64;

/**
 * Brings what happens in the archive into the ledger, first what happened while the bot was away. Should the process
 * end in between, the next start catches up: what subscribers know is on the disk.
 * @param wake called when there may be something to send @returns how to stop; what was gathered is written
 */
export function watchArchive({ app, subscriptions, log }: Desk, wake: () => void): () => void {
  const { library } = app;
  subscriptions.catchUp(library, (reportId) => pastOf(app, reportId));
  let gathered: Change[] = [];
  let timer: NodeJS.Timeout | undefined;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    const changes = gathered;
    gathered = [];
    try {
      announce(changes);
    } catch (error) {
      log.error({ err: error }, 'the ledger could not be written; the next start catches up');
    }
    wake();
  };
  const announce = (changes: readonly Change[]) => {
    let news: News[] = [];
    for (const change of changes) {
      if (change.kind !== 'removed') {
        news.push({
          report: change.report,
          ...(change.kind === 'updated' ? { before: change.before() } : {}),
        });
        continue;
      }
      subscriptions.announce(news);
      news = [];
      subscriptions.withdraw(change.reportId);
    }
    subscriptions.announce(news);
  };
  const stop = app.listen((change) => {
    gathered.push(change);
    if (gathered.length >= MOST_GATHERED) write();
    else timer ??= setTimeout(write, GATHERED_MS);
  });
  return () => {
    stop();
    if (gathered.length > 0) write();
  };
}

/** The version before the one that is held. */
function pastOf({ library }: Desk['app'], reportId: string): Report | undefined {
  const past = library.holding(reportId)?.history.at(-1);
  return past && library.pastReport(reportId, past.version);
}
