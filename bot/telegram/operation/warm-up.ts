import { ArchiveError } from '../../../src/archive/errors.ts';
import { queryFor } from '../answers/report-acts.ts';
import type { Desk } from '../desk.ts';

/**
 * The first questions would else pay for dictionaries, names and passages, the first inline query for a card. A report
 * that cannot be read is told of and keeps nobody from asking about others.
 */
export async function warmUp(desk: Pick<Desk, 'app' | 'log'>): Promise<void> {
  try {
    await askAround(desk);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    desk.log.error(
      { err: error },
      'a file of the archive cannot be read: nianbao doctor examines and mends it',
    );
  }
}

async function askAround(desk: Pick<Desk, 'app'>): Promise<void> {
  const { app } = desk;
  const [holding] = app.library.holdings;
  const name = holding?.agency ?? '';
  for (const text of [
    '有哪些单位的报告',
    `${name}收到多少件申请`,
    `${name}存在哪些问题`,
    '哪些单位提到微信公众号',
  ])
    await app.ask(text);
  app.library.findAgencies(name.slice(0, 2));
  if (holding) await app.answer(queryFor(desk, holding, 'summary', 'zh'), name);
}
