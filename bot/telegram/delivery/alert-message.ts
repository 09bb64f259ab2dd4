import { amount, short, unitOf, wording } from '../../../src/answer/names.ts';
import { catalogue } from '../../../src/catalogue/catalogue.ts';
import type { AnswerBlock } from '../../../src/model/answer.ts';
import type { Holding } from '../../../src/model/library.ts';
import type { Report } from '../../../src/model/report.ts';
import type { Batch } from '../../../src/subscriptions/ledger.ts';
import type { Alert, ReadingChange } from '../../../src/subscriptions/model.ts';
import { renderTelegram } from '../../render/telegram.ts';
import { pageOf } from '../answers/pages.ts';
import type { Desk } from '../desk.ts';
import type { Keyboard, Words } from '../port/port.ts';
import { type Language, languageOf, type Say, sayIn } from '../texts/say.ts';
import { alertKeyboard, digestKeyboard } from './alert-keyboard.ts';

export interface AlertMessage {
  words: Words;
  keyboard: Keyboard;
}

const MOST_FIGURES = 6;

/** What a batch says; undefined when none of its reports is held any more. @param elsewhere not in its own topic */
export function alertMessage(desk: Desk, batch: Batch, elsewhere = false): AlertMessage | undefined {
  const language = languageOf(desk, batch.chat);
  const say = sayIn(language);
  const held = batch.alerts.flatMap((alert) => {
    const holding = desk.app.library.holding(alert.reportId);
    return holding ? [{ alert, holding }] : [];
  });
  const [first] = held;
  if (!first) return undefined;
  const report = desk.app.library.report(first.holding.reportId);
  if (!report) return undefined;
  const blocks = batch.digest ? digestBlocks(held, say) : alertBlocks(first.alert, report, language);
  const notes: AnswerBlock[] = [
    ...(batch.maybeSent ? [{ kind: 'note' as const, text: say('alerts.maybeRepeated') }] : []),
    ...(elsewhere ? [{ kind: 'note' as const, text: say('alerts.elsewhere') }] : []),
  ];
  return {
    words: pageOf(renderTelegram({ blocks: [...blocks, ...notes] }), 0, say),
    keyboard: batch.digest
      ? digestKeyboard(
          held.map(({ holding }) => holding),
          language,
        )
      : alertKeyboard(desk, first.holding, language),
  };
}

function alertBlocks(alert: Alert, report: Report, language: Language): AnswerBlock[] {
  const say = sayIn(language);
  const { agency, year, publishedAt } = report;
  const isNew = alert.change === 'added';
  const published = publishedAt ? [say('alerts.published', { date: publishedAt })] : [];
  const errors = report.findings.filter(({ severity }) => severity === 'error').length;
  const checked = errors > 0 ? say('alerts.doesNotAddUp', { count: errors }) : say('alerts.addsUp');
  const items = isNew ? keyFigures(report, language) : changesOf(alert, language);
  const key = isNew ? 'alerts.newReport' : 'alerts.changedReport';
  return [
    { kind: 'headline', text: say(key, { agency: agency.name, year }) },
    ...(items.length > 0 ? [{ kind: 'list' as const, ordered: false, items }] : []),
    { kind: 'text', text: [...published, checked].join(say('alerts.sentenceJoin')) },
  ];
}

function keyFigures({ readings }: Report, language: Language): string[] {
  const say = sayIn(language);
  const { keyFigures: ids, always } = wording();
  return ids
    .flatMap((id) => {
      const reading = readings[id];
      if (!reading || (reading.value === 0 && !always.includes(id))) return [];
      const figure =
        reading.value === null ? say('answers.blank') : amount(reading.value, unitOf(id), language);
      return [say('alerts.figure', { name: short(id, language), figure })];
    })
    .slice(0, MOST_FIGURES);
}

function changesOf({ changes, changeCount }: Alert, language: Language): string[] {
  const say = sayIn(language);
  if (changeCount === 0) return [say('alerts.onlyWords')];
  const more = changeCount - changes.length;
  return [
    ...changes.map((change) => changeText(change, say)),
    ...(more > 0 ? [say('alerts.moreChanges', { count: more })] : []),
  ];
}

function changeText({ reading, before, after }: ReadingChange, say: Say): string {
  const name = catalogue().describe(reading)?.label ?? reading;
  const shown = (value: ReadingChange['before']) =>
    value === 'absent' ? say('alerts.noSuchCell') : (value ?? say('answers.blank'));
  return say('alerts.changedFigure', { name, before: shown(before), after: shown(after) });
}

interface Held {
  alert: Alert;
  holding: Holding;
}

function digestBlocks(held: readonly Held[], say: Say): AnswerBlock[] {
  const items = held.map(({ alert: { change, changeCount }, holding: { agency, year, errors } }) => {
    const figures =
      changeCount > 0 ? say('alerts.digestFigures', { count: changeCount }) : say('alerts.digestChanged');
    const what = change === 'added' ? '' : figures;
    return `${say('alerts.digestItem', { agency, year })}${what}${errors > 0 ? ' ⚠️' : ''}`;
  });
  const doubtful = held.some(({ holding }) => holding.errors > 0);
  return [
    { kind: 'headline', text: say('alerts.digest', { count: held.length }) },
    { kind: 'list', ordered: true, items },
    ...(doubtful ? [{ kind: 'note' as const, text: say('alerts.digestDoubt') }] : []),
  ];
}
