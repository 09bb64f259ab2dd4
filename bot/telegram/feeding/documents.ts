import { parseTransfer, TransferError } from '../../../src/subscriptions/transfer.ts';
import { replying } from '../answers/replying.ts';
import type { Desk } from '../desk.ts';
import { plainWords } from '../port/port.ts';
import { LostTrouble, RefusedTrouble } from '../port/trouble.ts';
import type { FileInfo, Message } from '../port/types.ts';
import type { Speaker } from '../speaker.ts';
import { mayChange } from '../subscribing/changing.ts';
import { scopeName } from '../subscribing/scope-words.ts';
import { sayFor } from '../texts/say.ts';
import { feed } from './feeding.ts';
import { fetchFile, notFetched } from './fetching.ts';

const subscriptionsFile = /subscriptions.*\.json$/i;

/** A file for the bot: subscriptions to import, or a report from an administrator. */
export async function takeDocument(desk: Desk, speaker: Speaker, message: Message): Promise<void> {
  const { document } = message;
  if (!document) return;
  if (subscriptionsFile.test(document.file_name ?? '')) return importSubscriptions(desk, speaker, document);
  if (desk.access.isAdmin(speaker.user)) return feed(desk, speaker, document);
  const say = sayFor(desk, speaker.place.chat);
  const claim = desk.access.claimCode === undefined ? '' : say('alerts.unclaimed');
  await desk.port.send(speaker.place, plainWords(say('alerts.onlyAdminsFeed') + claim), replying(speaker));
}

async function importSubscriptions(desk: Desk, speaker: Speaker, document: FileInfo): Promise<void> {
  const say = sayFor(desk, speaker.place.chat);
  const answer = (text: string) => desk.port.send(speaker.place, plainWords(text), replying(speaker));
  if (!(await mayChange(desk, speaker))) {
    await answer(say('subscriptions.onlyAdmins'));
    return;
  }
  try {
    const bytes = await fetchFile(desk, document);
    const { subscriptions, muted } = parseTransfer(Buffer.from(bytes).toString('utf8'));
    for (const wish of subscriptions) desk.subscriptions.subscribe(speaker.place, wish, speaker.user);
    for (const agency of muted) desk.subscriptions.setMuted(speaker.place.chat, agency, true);
    const names = subscriptions.map(({ scope }) => scopeName(scope, say)).join(say('subscriptions.listJoin'));
    await answer(say('subscriptions.imported', { count: subscriptions.length, names }).slice(0, 4000));
  } catch (error) {
    if (error instanceof TransferError) await answer(error.message);
    else if (error instanceof RefusedTrouble || error instanceof LostTrouble)
      await answer(notFetched(error, say));
    else throw error;
  }
}
