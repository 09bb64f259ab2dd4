import { amount, short, unitOf, wording } from '../../../src/answer/names.ts';
import { catalogue } from '../../../src/catalogue/catalogue.ts';
import type { AnswerBlock } from '../../../src/model/answer.ts';
import type { Holding } from '../../../src/model/library.ts';
import type { Report } from '../../../src/model/report.ts';
import type { Batch } from '../../../src/subscriptions/ledger.ts';
import type { Alert, ReadingChange } from '../../../src/subscriptions/model.ts';
import { renderTelegram } from '../../render/telegram.ts';
import { pageOf } from '../answers/answering.ts';
import { yearBefore } from '../answers/report-acts.ts';
import { reportButton } from '../answers/report-buttons.ts';
import type { Desk } from '../desk.ts';
import type { Keyboard, Words } from '../port/port.ts';

export interface AlertMessage {
  words: Words;
  keyboard: Keyboard;
}

const MOST_FIGURES = 6;
const repeated: AnswerBlock = { kind: 'note', text: '（可能重复：上一次发送没有得到回音）' };

/** What a batch says; undefined when none of its reports is held any more. */
export function alertMessage(desk: Desk, batch: Batch, remark?: string): AlertMessage | undefined {
  const held = batch.alerts.flatMap((alert) => {
    const holding = desk.app.library.holding(alert.reportId);
    return holding ? [{ alert, holding }] : [];
  });
  const [first] = held;
  if (!first) return undefined;
  const report = desk.app.library.report(first.holding.reportId);
  if (!report) return undefined;
  const blocks = batch.digest ? digestBlocks(held) : alertBlocks(first.alert, report);
  const notes: AnswerBlock[] = [
    ...(batch.maybeSent ? [repeated] : []),
    ...(remark ? [{ kind: 'note' as const, text: remark }] : []),
  ];
  return {
    words: pageOf(renderTelegram({ blocks: [...blocks, ...notes] }), 0),
    keyboard: batch.digest
      ? digestKeyboard(held.map(({ holding }) => holding))
      : alertKeyboard(desk, first.holding),
  };
}

function alertBlocks(alert: Alert, report: Report): AnswerBlock[] {
  const { agency, year, publishedAt } = report;
  const what = alert.change === 'added' ? '🔔 新年报' : '🔄 年报有改动';
  const published = publishedAt ? [`${publishedAt} 发布`] : [];
  const errors = report.findings.filter(({ severity }) => severity === 'error').length;
  const checked = errors > 0 ? `核查：有 ${errors} 处数字对不上` : '核查：没有发现数字自相矛盾';
  const items = alert.change === 'added' ? keyFigures(report) : changesOf(alert);
  return [
    { kind: 'headline', text: `${what}：${agency.name} ${year}年` },
    ...(items.length > 0 ? [{ kind: 'list' as const, ordered: false, items }] : []),
    { kind: 'text', text: [...published, checked].join('，') },
  ];
}

function keyFigures({ readings }: Report): string[] {
  const { keyFigures: ids, always } = wording();
  return ids
    .flatMap((id) => {
      const reading = readings[id];
      if (!reading || (reading.value === 0 && !always.includes(id))) return [];
      return [`${short(id)}：${reading.value === null ? '空白' : amount(reading.value, unitOf(id))}`];
    })
    .slice(0, MOST_FIGURES);
}

function changesOf({ changes, changeCount }: Alert): string[] {
  if (changeCount === 0) return ['数字没有改动，文字或版面有改动'];
  const more = changeCount - changes.length;
  return [...changes.map(changeText), ...(more > 0 ? [`另有 ${more} 处数字改动`] : [])];
}

function changeText({ reading, before, after }: ReadingChange): string {
  const label = catalogue().describe(reading)?.label ?? reading;
  const shown = (value: ReadingChange['before']) =>
    value === 'absent' ? '无此格' : value === null ? '空白' : value;
  return `${label}：${shown(before)} → ${shown(after)}`;
}

interface Held {
  alert: Alert;
  holding: Holding;
}

function digestBlocks(held: readonly Held[]): AnswerBlock[] {
  const items = held.map(({ alert, holding }) => {
    const what =
      alert.change === 'added'
        ? ''
        : `（有改动${alert.changeCount > 0 ? `，${alert.changeCount} 处数字` : ''}）`;
    return `${holding.agency} ${holding.year}年${what}${holding.errors > 0 ? ' ⚠️' : ''}`;
  });
  const errors = held.some(({ holding }) => holding.errors > 0);
  return [
    { kind: 'headline', text: `🗞 年报汇总：${held.length} 份` },
    {
      kind: 'list',
      ordered: true,
      items,
    },
    ...(errors ? [{ kind: 'note' as const, text: '⚠️ 有数字对不上' }] : []),
  ];
}

function alertKeyboard(desk: Desk, holding: Holding): Keyboard {
  const { reportId } = holding;
  const button = (text: string, act: Parameters<typeof reportButton>[2]) => ({
    text,
    callback_data: reportButton('R', reportId, act),
  });
  const compare = yearBefore(desk, holding) === undefined ? [] : [button('与上年对比', 'compare')];
  return [
    [button('问这份年报', 'talk'), ...compare],
    [button('核查结果', 'audit'), button('概况', 'summary'), button('🔕 不再提醒该单位', 'mute')],
  ];
}

function digestKeyboard(holdings: readonly Holding[]): Keyboard {
  return holdings
    .slice(0, 5)
    .map(({ agency, year, reportId }) => [
      { text: `${agency} ${year}年`.slice(0, 40), callback_data: reportButton('R', reportId, 'summary') },
    ]);
}
