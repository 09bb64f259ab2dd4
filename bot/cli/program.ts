import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { packageRoot } from '../../src/package-root.ts';
import type { AskOptions } from './commands/ask.ts';
import type { AuditOptions } from './commands/audit.ts';
import type { BotOptions } from './commands/bot.ts';
import type { ChatOptions } from './commands/chat.ts';
import type { ExportOptions } from './commands/export.ts';
import type { ReportOptions } from './commands/report.ts';
import type { FilterOptions } from './commands/reports.ts';
import type { DoctorOptions } from './commands/tend.ts';
import type { ExitCode } from './exit.ts';
import type { Output } from './output.ts';
import { type CommonOptions, parseYear } from './settings.ts';

type Done = (code: ExitCode) => void;

/** The command line. Each command's code is loaded when it is called, so that asking does not load what reading needs. */
export function program(output: Output, done: Done): Command {
  const top = new Command('nianbao')
    .description('政府信息公开工作年度报告：收录、检索、问答、核查')
    .version(version(), '-V, --version', '显示版本')
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [command]', '显示某个命令的帮助')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => output.out.write(text),
      writeErr: (text) => output.err.write(text),
    });
  addTalking(top, output, done);
  addKeeping(top, output, done);
  addLooking(top, output, done);
  addTending(top, output, done);
  return top;
}

function addTalking(top: Command, output: Output, done: Done): void {
  command(top, 'ask <question...>', '回答一个问题；ask - 从标准输入逐行读取，各自独立', [
    'nianbao ask 洪泽区2023年新收申请多少件',
    'nianbao ask - --json < questions.txt',
    'nianbao ask 青禾县政府三年的申请量 --chart trend.png',
  ])
    .option('--explain', '说明问题是怎样理解的')
    .option('--chart <file>', '把图写成 PNG 文件')
    .action(async (words: string[], options: AskOptions) =>
      done(await (await import('./commands/ask.ts')).ask(words, options, output)),
    );
  command(top, 'chat', '在终端里对话，追问沿用上文', ['nianbao chat', 'nianbao chat --inbox ./inbox'])
    .option('--inbox [dir]', '同时收录放进该目录的文件（默认 <data>/inbox）')
    .action(async (options: ChatOptions) =>
      done(await (await import('./commands/chat.ts')).chat(options, output)),
    );
  command(top, 'bot', 'Telegram 机器人，直到 Ctrl-C；设置见 nianbao settings', [
    'BOT_TOKEN=… nianbao bot',
    'nianbao bot --inbox ./inbox',
  ])
    .option('--inbox <dir>', '收录放进该目录的文件（默认 <data>/inbox）')
    .action(async (options: BotOptions) =>
      done(await (await import('./commands/bot.ts')).bot(options, output)),
    );
  command(top, 'start', '有收录时对话，没有时先用样例年报', ['npm start']).action(
    async (options: CommonOptions) =>
      done(await (await import('./commands/start.ts')).start(options, output)),
  );
}

function addKeeping(top: Command, output: Output, done: Done): void {
  command(top, 'ingest <path...>', '收录文件或目录（递归）；- 从标准输入读一份', [
    'nianbao ingest ./reports',
    'nianbao ingest a.pdf b.docx c.zip --json',
    'curl -s https://example.gov.cn/nb.html | nianbao ingest -',
  ]).action(async (paths: string[], options: CommonOptions) =>
    done(await (await import('./commands/ingest.ts')).ingest(paths, options, output)),
  );
  command(top, 'remove <id>', '移除一份年报', ['nianbao remove 2023-0a1b2c3d4e']).action(
    async (id: string, options: CommonOptions) =>
      done(await (await import('./commands/remove.ts')).remove(id, options, output)),
  );
}

function addLooking(top: Command, output: Output, done: Done): void {
  filters(
    command(top, 'reports', '列出收录的年报', [
      'nianbao reports',
      'nianbao reports --year 2023 --region 河南',
    ]),
  ).action(async (options: FilterOptions) =>
    done(await (await import('./commands/reports.ts')).reports(options, output)),
  );
  command(top, 'report <agency>', '显示一份年报的全部内容（机关名称或编号）', [
    'nianbao report 别斯托别乡 --year 2023',
    'nianbao report 2023-0a1b2c3d4e --json',
  ])
    .option('--year <year>', '年度，默认最近一年', parseYear)
    .action(async (agency: string, options: ReportOptions) =>
      done(await (await import('./commands/report.ts')).report(agency, options, output)),
    );
  command(top, 'audit [agency]', '核查年报，列出疑点', [
    'nianbao audit',
    'nianbao audit 洪泽区 --format xlsx --out 核查.xlsx',
  ])
    .option('--year <year>', '年度', parseYear)
    .addOption(new Option('--format <format>', '表格文件').choices(['xlsx']))
    .option('-o, --out <file>', '写入文件，默认标准输出')
    .action(async (agency: string | undefined, options: AuditOptions) =>
      done(await (await import('./commands/audit.ts')).audit(agency, options, output)),
    );
  filters(
    command(top, 'export', '导出全部指标为整洁的表格', [
      'nianbao export --format csv > readings.csv',
      'nianbao export --format xlsx --year 2023 --out 2023.xlsx',
    ]),
  )
    .addOption(new Option('--format <format>', '格式').choices(['csv', 'json', 'xlsx']))
    .option('-o, --out <file>', '写入文件，默认标准输出')
    .action(async (options: ExportOptions) =>
      done(await (await import('./commands/export.ts')).exportReadings(options, output)),
    );
}

function addTending(top: Command, output: Output, done: Done): void {
  command(top, 'doctor', '检查整个数据目录，修复能修复的', [
    'nianbao doctor',
    'nianbao doctor --check --json',
  ])
    .option('--check', '只检查，不修复')
    .action(async (options: DoctorOptions) =>
      done(await (await import('./commands/tend.ts')).doctor(options, output)),
    );
  command(top, 'settings', '列出全部设置、现值和说明', [
    'nianbao settings',
    'nianbao settings --json',
  ]).action(async (options: CommonOptions) =>
    done(await (await import('./commands/settings.ts')).showSettings(options, output)),
  );
  command(top, 'backup <folder>', '备份到一个新目录，运行中也可以', [
    'nianbao backup /backup/2025-02-01',
  ]).action(async (folder: string, options: CommonOptions) =>
    done(await (await import('./commands/tend.ts')).backUp(folder, options, output)),
  );
  command(top, 'restore <folder>', '把备份恢复到空的数据目录', [
    'nianbao restore /backup/2025-02-01 --data ./data/state',
  ]).action(async (folder: string, options: CommonOptions) =>
    done(await (await import('./commands/tend.ts')).restoreFrom(folder, options, output)),
  );
}

function filters(to: Command): Command {
  return to
    .option('--agency <name>', '机关名称')
    .option('--year <year>', '年度', parseYear)
    .option('--region <name>', '地区，任一级');
}

/** A command with what every command takes. */
function command(top: Command, usage: string, description: string, examples: string[]): Command {
  return top
    .command(usage)
    .description(description)
    .helpOption('-h, --help', '显示帮助')
    .option('--data <dir>', '数据目录，默认 NIANBAO_DATA 或 data/state')
    .option('--json', '输出 JSON')
    .addHelpText('after', `\n示例：\n${examples.map((example) => `  ${example}`).join('\n')}`);
}

function version(): string {
  return JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')).version;
}
