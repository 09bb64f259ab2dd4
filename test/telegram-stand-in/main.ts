import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { Person } from './people.ts';
import { telegramPace } from './rate-limits.ts';
import { StandIn } from './stand-in.ts';

// Starts the stand-in by itself, with one private chat and one group to type into:
//   node dist/test/telegram-stand-in/main.js --port 8081
// A line is said in the private chat; a line that begins with # is said in the group.

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8081' },
    token: { type: 'string' },
    strict: { type: 'boolean', default: false },
  },
});
const server = await StandIn.start({
  port: Number(values.port),
  ...(values.token ? { token: values.token } : {}),
  ...(values.strict ? { pace: telegramPace } : {}),
});
const person = Person.named(server, '小林', 'xiaolin');
const group = server.world.room('supergroup', '政府信息公开交流群');
server.world.join(group, person.user, 'creator');
const print = (line: string) => process.stdout.write(`${line}\n`);
print(`Bot API at ${server.url}, token ${server.token}`);
server.watchers.add((room, message, edited) => {
  const what = message.text ?? message.caption ?? (message.photo ? '[photo]' : '[document]');
  print(`${edited ? '✎' : '←'} ${room.chat.title ?? room.chat.first_name}: ${what}`);
  for (const row of message.reply_markup?.inline_keyboard ?? [])
    print(`   ${row.map((b) => `[${b.text}]`).join(' ')}`);
});
createInterface({ input: process.stdin })
  .on('line', (line) => person.says(line.startsWith('#') ? group : person.room, line.replace(/^#\s*/, '')))
  .on('close', () => void server.close());
