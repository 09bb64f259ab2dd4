import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/archive.ts';
import { Layout } from '../../src/archive/layout.ts';
import { dataPath, packageRoot } from '../../src/package-root.ts';
import { nianbao } from '../support/command-line.ts';
import { answerSchema, errorSchema } from '../support/contract.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const question = '青禾县教育局2023年新收申请多少件';
let data = '';

beforeAll(() => {
  data = join(packageRoot, 'node_modules', '.cache', `nianbao-asked-${process.pid}`);
  expect(nianbao(['ingest', dataPath('samples'), '--data', data]).status).toBe(0);
  return () => rmSync(data, { recursive: true, force: true });
});

function asked(...args: string[]) {
  return nianbao(['ask', ...args, '--data', data]);
}

describe('nianbao ask', () => {
  it('answers in plain words, figure first, with the citation', () => {
    const ran = asked(question);
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    expect(ran.stdout).toMatch(/^12 件\n/);
    expect(ran.stdout).toContain('三、收到和处理政府信息公开申请情况');
  });

  it('answers in the shape of the contract', () => {
    const answer = answerSchema.parse(JSON.parse(asked(question, '--json').stdout));
    expect(answer).toMatchObject({ kind: 'value', question, years: [2023] });
    expect(answer.values[0]).toMatchObject({
      reading: 'applications.newReceived.total',
      value: 12,
      unit: '件',
    });
    const { line } = answer.values[0]?.citation ?? {};
    const source = readFileSync(dataPath('samples', '青禾县教育局-2023.txt'), 'utf8').split('\n');
    expect(source[(line ?? 0) - 1]).toMatch(/新收政府信息公开申请数量.*12$/);
  });

  it('answers one independent question a line, in order, one JSON object a line', () => {
    const questions = [
      question,
      '那2024年呢',
      '',
      '今天天气怎么样',
      '火星市教育局2023年收到多少申请',
      question,
    ];
    const ran = nianbao(['ask', '-', '--json', '--data', data], { input: `${questions.join('\n')}\n` });
    const answers = ran.stdout
      .trim()
      .split('\n')
      .map((line) => answerSchema.parse(JSON.parse(line)));
    expect(answers.map((answer) => answer.question)).toEqual(questions);
    expect(answers.map((answer) => answer.kind)).toEqual([
      'value',
      expect.not.stringMatching('value'),
      'not-understood',
      'not-understood',
      'not-held',
      'value',
    ]);
    expect(ran.status).toBe(0);
  });

  it('shows how it understood', () => {
    const ran = asked(question, '--explain');
    expect(ran.stdout).toMatch(/\[0,6\) 青禾县教育局 → /);
    expect(ran.stdout).toContain('applications.newReceived.total');
  });

  it('draws a chart of what has one, and says so of what has none', () => {
    const file = join(temporaryFolder(), 'a.png');
    expect(asked('2024年哪个单位收到的申请最多', '--chart', file).status).toBe(0);
    expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG');
    expect(asked('青禾县教育局的联系电话', '--chart', file).status).toBe(1);
  });

  it('refuses to answer from a damaged report and names its file', () => {
    const copy = temporaryFolder();
    cpSync(data, copy, { recursive: true });
    const archive = openArchive(copy, 'read');
    const id = archive.holdings.find((h) => h.agency.includes('教育局') && h.year === 2023)?.reportId ?? '';
    const file = new Layout(copy).reportFile(id, archive.holding(id)?.version ?? '');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('12', '13'));
    const ran = nianbao(['ask', question, '--data', copy, '--json']);
    expect(ran.status).toBe(1);
    expect(errorSchema.parse(JSON.parse(ran.stdout)).error).toMatchObject({ code: 'damaged' });
    expect(ran.stderr).toContain(file);
    const lines = nianbao(['ask', '-', '--data', copy], {
      input: `${question}\n柳溪镇人民政府2024年新收申请多少件\n`,
    });
    expect(lines.status).toBe(1);
    expect(lines.stdout).toContain('3 件');
  });
});

describe('a talk', () => {
  it('keeps its context from line to line and ends with the input', () => {
    const ran = nianbao(['chat', '--data', data], { input: `${question}\n那2024年呢\n退出\n${question}\n` });
    expect(ran.status).toBe(0);
    expect(ran.stdout.match(/^\d+ 件$/gm)).toEqual(['12 件', '17 件']);
  });

  it('is data for machines, answer by answer', () => {
    const ran = nianbao(['chat', '--data', data, '--json'], { input: `${question}\n今天天气怎么样\n` });
    const answers = ran.stdout
      .trim()
      .split('\n')
      .map((line) => answerSchema.parse(JSON.parse(line)));
    expect(answers.map((answer) => answer.kind)).toEqual(['value', 'not-understood']);
  });

  it('starts over the samples while nothing is held, and over what is held afterwards', () => {
    const fresh = temporaryFolder();
    const first = nianbao(['start', '--data', fresh]);
    expect([first.status, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toContain('样例');
    const again = nianbao(['start', '--data', fresh], { input: `${question}\n` });
    expect(again.stdout).toContain('12 件');
    nianbao(['ingest', dataPath('samples', '柳溪镇人民政府-2024.txt'), '--data', fresh]);
    const own = nianbao(['start', '--data', fresh]);
    expect(own.stdout).toContain('收录 1 份');
    expect(own.stdout).not.toContain('样例');
  });

  it('offers example questions that are answered with figures', () => {
    const greeting = nianbao(['start', '--data', temporaryFolder()]).stdout;
    const examples = [...greeting.matchAll(/· (.+)/g)].map((found) => found[1] ?? '');
    expect(examples).toHaveLength(3);
    const ran = nianbao(['ask', '-', '--json', '--data', data], { input: `${examples.join('\n')}\n` });
    const kinds = ran.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).kind);
    expect(kinds).toEqual(['value', 'ranking', 'problems']);
  });

  it('makes the samples once when several start at the same moment', () => {
    const fresh = temporaryFolder();
    const main = join(packageRoot, 'dist', 'bot', 'cli', 'main.js');
    const one = `"${process.execPath}" "${main}" start --data "${fresh}" < /dev/null`;
    const ran = spawnSync('bash', ['-c', `${one} & ${one} & ${one} & wait`], { encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    expect(ran.stdout.match(/收录 \d+ 份/g)).toHaveLength(3);
  });
});
