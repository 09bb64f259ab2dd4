import { type Setting, shownDefault } from './settings/setting.ts';
import { settings } from './settings/table.ts';

/** docs/settings.md, made from the table of settings itself. */
export function settingsPage(): string {
  const rows = (Object.values(settings) as Setting<unknown>[]).map(
    (one) =>
      `| \`${one.variable}\` | ${one.secret ? '（保密）' : `\`${shownDefault(one)}\``} | ${one.help} |`,
  );
  return [
    '# Settings',
    '',
    'Every setting is an environment variable; a file `.env` in the current folder counts where the environment does not',
    'say otherwise. `npx nianbao settings` shows what is in force. This page is generated (`npm run docs`).',
    '',
    '| variable | default | what it does |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}
