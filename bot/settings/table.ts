import { limitSettings } from './limits.ts';
import { address, ids, level, secretToken, setting, text, whole, yesOrNo } from './setting.ts';

/** Every setting there is. `nianbao settings` and docs/settings.md are made from it. */
export const settings = {
  data: setting('NIANBAO_DATA', 'data/state', text, '数据目录；命令行的 --data 优先'),
  keepSources: setting(
    'NIANBAO_KEEP_SOURCES',
    true,
    yesOrNo,
    '收录时保存原文件（yes 或 no），供机器人发送原文件；no 省磁盘，只存读出的内容',
  ),
  ...limitSettings,
  token: setting(
    'BOT_TOKEN',
    '',
    text,
    'Telegram 机器人的令牌，向 @BotFather 申请；有它时 npm start 启动机器人',
    { secret: true },
  ),
  admins: setting(
    'NIANBAO_ADMINS',
    [],
    ids,
    '管理员的 Telegram 用户编号，逗号分开；不设时启动时打印一次性认领码，私聊发送 /claim 认领码',
  ),
  allowed: setting('NIANBAO_ALLOWED', [], ids, '只回答这些用户和群（编号，逗号分开）；不设则人人可问'),
  apiRoot: setting(
    'TELEGRAM_API_ROOT',
    'https://api.telegram.org',
    address,
    'Bot API 的地址，可用自建的服务',
  ),
  proxy: setting(
    'TELEGRAM_PROXY',
    '',
    text,
    '访问 Telegram 用的代理：http://、https:// 或 socks5://，可含用户名和密码',
    { secret: true },
  ),
  callSeconds: setting('TELEGRAM_CALL_SECONDS', 60, whole(1), '一次调用最多等多少秒'),
  pollSeconds: setting('TELEGRAM_POLL_SECONDS', 30, whole(0), '长轮询一次等多少秒'),
  webhookUrl: setting(
    'TELEGRAM_WEBHOOK_URL',
    '',
    address,
    'Telegram 能访问到的网址；设了就用 webhook，不用长轮询',
  ),
  webhookPort: setting(
    'TELEGRAM_WEBHOOK_PORT',
    8443,
    whole(0),
    '本机接收 webhook 的端口，TLS 由前面的反向代理负责',
  ),
  webhookHost: setting('TELEGRAM_WEBHOOK_HOST', '127.0.0.1', text, '接收 webhook 的本机地址'),
  webhookSecret: setting(
    'TELEGRAM_WEBHOOK_SECRET',
    '',
    secretToken,
    'webhook 的密语；不设则每次启动随机生成',
    {
      secret: true,
    },
  ),
  healthPort: setting(
    'NIANBAO_HEALTH_PORT',
    0,
    whole(0),
    '健康检查 /health 和指标 /metrics 的端口；0 表示不开',
  ),
  healthHost: setting('NIANBAO_HEALTH_HOST', '127.0.0.1', text, '健康检查监听的地址'),
  logLevel: setting(
    'NIANBAO_LOG',
    'info',
    level,
    '日志的详细程度（JSON，写到标准错误）：debug、info、warn、error、silent',
  ),
  inbox: setting('NIANBAO_INBOX', '', text, '机器人监视的收件目录；不设为数据目录下的 inbox'),
  answerSeconds: setting('NIANBAO_ANSWER_SECONDS', 60, whole(1), '处理一条消息最多用多少秒，超过就放弃'),
  personPerMinute: setting('NIANBAO_PERSON_PER_MINUTE', 20, whole(1), '每人每分钟最多问几次'),
  pressesPerMinute: setting(
    'NIANBAO_PRESSES_PER_MINUTE',
    120,
    whole(1),
    '每人每分钟最多按几次按钮、内联查询几次',
  ),
  chatPerMinute: setting(
    'NIANBAO_CHAT_PER_MINUTE',
    20,
    whole(1),
    '每个群每分钟最多答几次（Telegram 允许一个群每分钟约 20 条消息）',
  ),
  alertsPerSecond: setting(
    'NIANBAO_ALERTS_PER_SECOND',
    25,
    whole(1),
    '每秒最多发几条订阅提醒（Telegram 允许各类消息共约 30 条）',
  ),
  alertsPerChatMinute: setting(
    'NIANBAO_ALERTS_PER_CHAT_MINUTE',
    18,
    whole(1),
    '每个群每分钟最多发几条提醒（Telegram 允许约 20 条）',
  ),
  alertGapMs: setting('NIANBAO_ALERT_GAP_MS', 1100, whole(0), '同一会话两条提醒至少相隔多少毫秒'),
} as const;
