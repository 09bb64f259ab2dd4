import type { CommandScope, TelegramPort } from '../port/port.ts';
import type { Command } from './command.ts';
import { commands } from './table.ts';

const scopes: Record<Command['menus'][number], CommandScope> = {
  private: 'all_private_chats',
  groups: 'all_group_chats',
  admins: 'all_chat_administrators',
};

/** Puts the commands into Telegram's menus: by scope, in Chinese for everybody and in English for whose client is English. */
export async function setMenus(port: Pick<TelegramPort, 'setCommands'>): Promise<void> {
  for (const [menu, scope] of Object.entries(scopes) as [Command['menus'][number], CommandScope][]) {
    const shown = commands.filter((command) => command.menus.includes(menu));
    await port.setCommands(
      shown.map(({ name, zh }) => ({ command: name, description: zh })),
      scope,
    );
    await port.setCommands(
      shown.map(({ name, en }) => ({ command: name, description: en })),
      scope,
      'en',
    );
  }
}
