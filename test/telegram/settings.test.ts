import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settings } from '../../bot/settings/table.ts';
import { readSettings } from '../../bot/settings.ts';
import { settingsPage } from '../../bot/settings-page.ts';
import { packageRoot } from '../../src/package-root.ts';

describe('settings', () => {
  it('are all documented, as the table has them', () => {
    const page = readFileSync(join(packageRoot, 'docs', 'settings.md'), 'utf8');
    expect(page).toBe(settingsPage());
    for (const { variable, help } of Object.values(settings)) {
      expect(page).toContain(variable);
      expect(help.length).toBeGreaterThan(3);
    }
  });

  it('are all read through the table: no variable of ours is used that it does not name', () => {
    const known = new Set<string>(Object.values(settings).map(({ variable }) => variable));
    const used = ['bot/cli/settings.ts', 'bot/cli/commands/start.ts', 'bot/telegram/bot.ts'].flatMap(
      (file) => [
        ...readFileSync(join(packageRoot, file), 'utf8').matchAll(/\b(?:NIANBAO|TELEGRAM|BOT)_[A-Z_]+\b/g),
      ],
    );
    for (const [name] of used) expect(known).toContain(name);
  });

  it('have defaults, are checked, and name what is wrong without its value', () => {
    expect(readSettings({}).pollSeconds).toBe(30);
    expect(readSettings({ NIANBAO_ADMINS: '12, 34' }).admins).toEqual([12, 34]);
    expect(() => readSettings({ NIANBAO_HEALTH_PORT: 'secret' })).toThrow(/NIANBAO_HEALTH_PORT(?!.*secret)/);
    expect(() => readSettings({ TELEGRAM_WEBHOOK_SECRET: '密语' })).toThrow(
      /TELEGRAM_WEBHOOK_SECRET(?!.*密语)/,
    );
  });
});
