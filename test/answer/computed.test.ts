import { describe, expect, it } from 'vitest';
import { ask, type Cells, received } from './fictional.ts';
import { about, one } from './water-bureau.ts';

const natural = 'applications.newReceived.naturalPerson';
const grounds = [
  'stateSecret',
  'prohibitedByLaw',
  'safetyAndStability',
  'thirdPartyRights',
  'internalAffairs',
  'processInformation',
  'enforcementFiles',
  'administrativeInquiry',
];
/** The grounds in the order of the form; those that are not given are 0. */
const refused = (values: (number | null)[]): Cells =>
  Object.fromEntries(
    grounds.map((ground, i) => [
      `applications.refused.${ground}.total`,
      values[i] === undefined ? 0 : values[i],
    ]),
  );

describe('a computed figure', () => {
  it('sums the grounds, shows those that count and cites their rows', () => {
    const answer = ask(one(refused([1, 0, 0, 2, 0, 0, 0, 0])), {
      ...about,
      readings: ['applications.refused.total'],
    });
    expect(answer.values[0]).toMatchObject({ value: 3, status: 'derived' });
    expect(answer.values[0]?.citation?.text).toBe(
      'applications.refused.stateSecret.total 1\napplications.refused.thirdPartyRights.total 2',
    );
    expect(answer.text).toMatch(/^3 件\n/);
    expect(answer.text).toContain('保护第三方合法权益  2 件');
  });

  it('names the blank cells that a sum leaves out', () => {
    const { text, values } = ask(one(refused([1, null, 0])), {
      ...about,
      readings: ['applications.refused.total'],
    });
    expect(values[0]?.value).toBe(1);
    expect(text).toMatch(/^1 件（只计已填的格）/);
    expect(text).toContain('这些格为空白，未计入：其他法律行政法规禁止公开');
  });

  it('is no number when every part is blank, and no number when none is there', () => {
    const sum = (cells: Cells) =>
      ask(one(cells), { ...about, readings: ['applications.refused.total'] }).values[0];
    expect(sum(refused(grounds.map(() => null)))).toMatchObject({ value: null, status: 'blank' });
    expect(sum({ [received]: 1 })).toMatchObject({ value: null, status: 'absent' });
  });

  it('is no number where the report lost one of its rows: the rest would be taken for the whole', () => {
    const { 'applications.refused.stateSecret.total': _, ...rest } = refused([]);
    const { values, text } = ask(one(rest), { ...about, readings: ['applications.refused.total'] });
    expect(values[0]).toMatchObject({ value: null, status: 'absent' });
    expect(text).toMatch(/^合计不全，没有相加/);
    expect(text).toContain('没有读到：属于国家秘密');
    expect(text).not.toContain('各行都是 0');
  });

  it('takes （六）其他处理 as printed where the form has it in one row', () => {
    const id = 'applications.otherHandling.total';
    expect(ask(one({ [id]: 4 }), { ...about, readings: [id] }).values[0]).toMatchObject({
      value: 4,
      status: 'reported',
    });
    const parts = {
      'applications.otherHandling.correctionOverdue.total': 0,
      'applications.otherHandling.feeOverdue.total': 1,
      'applications.otherHandling.other.total': 2,
    };
    expect(ask(one(parts), { ...about, readings: [id] }).values[0]).toMatchObject({
      value: 3,
      status: 'derived',
    });
  });

  const outcome = (granted: number | null, handled: number): Cells => ({
    'applications.granted.total': granted,
    'applications.partlyGranted.total': 1,
    'applications.handledTotal.total': handled,
  });

  it('gives a rate with two decimals and what it is made of', () => {
    const answer = ask(one(outcome(2, 7)), { ...about, readings: ['rates.disclosure'] });
    expect(answer.values[0]).toMatchObject({ value: 42.86, unit: '%', status: 'derived' });
    expect(answer.text).toContain('其中：予以公开 2 件，部分公开 1 件，办理总计 7 件');
  });

  it('gives no rate over zero or over a blank cell', () => {
    const zero = ask(one(outcome(0, 0)), { ...about, readings: ['rates.disclosure'] });
    expect(zero.values[0]).toMatchObject({ value: null, status: 'derived' });
    expect(zero.text).toMatch(/^无法计算\n[\s\S]*分母为 0/);
    const blank = ask(one(outcome(null, 7)), { ...about, readings: ['rates.disclosure'] });
    expect(blank.values[0]).toMatchObject({ value: null, status: 'blank' });
    expect(blank.text).toMatch(/^所需的格有空白，无法计算/);
  });

  it('gives a share with both parts', () => {
    const measure = { kind: 'share' as const, of: received };
    const answer = ask(one({ [natural]: 15, [received]: 20 }), { ...about, readings: [natural], measure });
    expect(answer.values.map((value) => [value.reading, value.value])).toEqual([
      ['rates.share', 75],
      [natural, 15],
      [received, 20],
    ]);
    expect(answer.readings).toEqual([natural, received, 'rates.share']);
    expect(answer.text).toMatch(/^75%\n/);
  });
});
