import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { dataPath, packageRoot } from '../../src/package-root.ts';
import { build, nianbao } from '../support/command-line.ts';
import { reportSchema } from '../support/contract.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const commands = [
  'ask',
  'chat',
  'bot',
  'start',
  'ingest',
  'remove',
  'reports',
  'report',
  'audit',
  'export',
  'doctor',
  'backup',
  'restore',
  'settings',
];

describe('the command line', () => {
  it.each([
    [['no-such-command']],
    [['reports', '--no-such-option']],
    [['ask']],
    [['export', '--format', 'doc']],
    [['report', '青禾', '--year', 'x']],
    [[]],
  ])('ends with 2 when the call is wrong: %j', (args) => {
    const ran = nianbao([...args]);
    expect(ran.status).toBe(2);
    expect(ran.stdout).toBe('');
    expect(ran.stderr).not.toBe('');
  });

  it.each(commands)('explains %s with examples', (command) => {
    const ran = nianbao([command, '--help']);
    expect(ran.status).toBe(0);
    expect(ran.stdout).toMatch(/示例：\n {2}\S/);
    expect(ran.stdout).toContain('--data');
  });

  it('needs a token for the bot, and names a setting that cannot be used', () => {
    const data = temporaryFolder();
    const bare = nianbao(['bot', '--data', data], { env: { BOT_TOKEN: '' } });
    expect([bare.status, bare.stderr.includes('BOT_TOKEN')]).toEqual([2, true]);
    const odd = nianbao(['settings'], { env: { NIANBAO_HEALTH_PORT: 'x' } });
    expect([odd.status, odd.stderr.includes('NIANBAO_HEALTH_PORT')]).toEqual([2, true]);
    const shown = nianbao(['settings', '--json'], { env: { BOT_TOKEN: '1:secret' } });
    expect(shown.stdout).not.toContain('secret');
    expect(JSON.parse(shown.stdout).settings.length).toBeGreaterThan(10);
  });

  it('reads an archive that is not there as an empty one, and makes nothing', () => {
    const data = join(temporaryFolder(), 'none');
    expect(nianbao(['reports', '--data', data]).status).toBe(0);
    expect(nianbao(['report', '青禾县教育局', '--data', data]).status).toBe(1);
    expect(existsSync(data)).toBe(false);
  });

  it('takes the data folder from the environment', () => {
    const env = { NIANBAO_DATA: temporaryFolder() };
    nianbao(['ingest', dataPath('samples', '青禾县教育局-2023.txt')], { env });
    expect(JSON.parse(nianbao(['reports', '--json'], { env }).stdout).count).toBe(1);
  });

  it('ends quietly when nobody reads on', () => {
    build();
    const main = join(packageRoot, 'dist', 'bot', 'cli', 'main.js');
    const script = `"${process.execPath}" "${main}" reports --help | true; echo "\${PIPESTATUS[0]}"`;
    const ran = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
    expect(ran).toMatchObject({ stdout: '0\n', stderr: '' });
  });
});

describe('what is held', () => {
  let data = '';
  beforeAll(() => {
    data = join(packageRoot, 'node_modules', '.cache', `nianbao-held-${process.pid}`);
    expect(nianbao(['ingest', dataPath('samples'), '--data', data]).status).toBe(0);
    return () => spawnSync('rm', ['-rf', data]);
  });
  const json = (...args: string[]) => JSON.parse(nianbao([...args, '--data', data, '--json']).stdout);

  it('is listed, by agency, year and region', () => {
    const all = json('reports');
    expect(all.count).toBeGreaterThanOrEqual(12);
    expect(json('reports', '--year', '2023').reports.every((r: { year: number }) => r.year === 2023)).toBe(
      true,
    );
    expect(json('reports', '--agency', '青禾县教育局', '--year', '2024').count).toBe(1);
    expect(json('reports', '--region', '青禾').count).toBeGreaterThan(0);
    expect(json('reports', '--region', '无此地').count).toBe(0);
  });

  it('is shown whole, by id, by name, and by the newest year', () => {
    const byName = reportSchema.parse(json('report', '青禾县教育局', '--year', '2024'));
    expect(reportSchema.parse(json('report', byName.id))).toEqual(byName);
    expect(json('report', '青禾县教育局').year).toBe(2025);
    const text = nianbao(['report', byName.id, '--data', data]);
    expect(text.stdout).toContain('青禾县教育局');
    expect(nianbao(['report', '青禾县教育局', '--year', '2011', '--data', data]).stderr).toContain('2024');
  });

  it('is exported as exactly the readings of the reports', () => {
    const { id, readings } = json('report', '青禾县教育局', '--year', '2024');
    const rows: { reportId: string; reading: string; value: number | null }[] = JSON.parse(
      nianbao(['export', '--format', 'json', '--agency', id, '--data', data]).stdout,
    );
    expect(Object.fromEntries(rows.map((row) => [row.reading, row.value]))).toEqual(
      Object.fromEntries(
        Object.entries<{ value: number | null }>(readings).map(([key, r]) => [key, r.value]),
      ),
    );
    const csv = nianbao(['export', '--format', 'csv', '--agency', id, '--data', data]).stdout;
    expect(csv.trim().split('\r\n')).toHaveLength(rows.length + 1);
    const out = join(temporaryFolder(), 'a.xlsx');
    expect(nianbao(['export', '--format', 'xlsx', '--out', out, '--data', data]).status).toBe(0);
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
  });

  it('is checked, and told as data or as a sheet', () => {
    const { findings } = json('audit');
    expect(findings.some((finding: { severity: string }) => finding.severity === 'error')).toBe(true);
    expect(nianbao(['audit', '--data', data]).stdout).toContain('错误');
  });

  it('is taken out by its id', () => {
    const { id } = json('report', '柳溪镇人民政府', '--year', '2023');
    expect(json('remove', id)).toEqual({ removed: id });
    expect(nianbao(['remove', id, '--data', data]).status).toBe(1);
    expect(nianbao(['report', id, '--data', data]).status).toBe(1);
  });
});
