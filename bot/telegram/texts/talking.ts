/** What the bot says about itself, and where it cannot answer. `{name}` is filled in. */
export const talking = {
  hello: {
    zh: '您好，我回答有关政府信息公开工作年度报告的问题，每个数字都注明出处。',
    en: 'Hello. I answer questions about annual reports on government information disclosure in China, and cite the source of every figure.',
  },
  otherLanguage: {
    zh: 'English: ask in English, or send /settings English',
    en: '中文：直接用中文提问，或发送 /settings 中文',
  },
  holdsNothing: { zh: '目前还没有收录年报。', en: 'No reports are held yet.' },
  holds: {
    zh: '现收录 {agencies} 个单位的 {reports} 份年报（{from}–{to}年）。',
    en: 'Held: {reports} reports of {agencies} agencies ({from}–{to}).',
  },
  askPrivate: { zh: '直接打字提问就行，例如：', en: 'Just type your question, for example:' },
  askGroup: {
    zh: '在群里请用 /ask、@{bot} 或回复我的消息来提问，例如：',
    en: 'In groups, ask with /ask, with @{bot} or by replying to me, for example:',
  },
  followUps: {
    zh: '可以接着追问，例如“那前一年呢”。问错了就编辑原来的消息，我会改正回答。',
    en: 'Follow-ups work, such as “and the year before?”. If you mistyped, edit your message and I will correct my answer.',
  },
  privacyOff: {
    zh: '隐私模式已关闭：我能看到群里的所有消息，但只处理命令、@我 和对我的回复，其余一概不看不存。',
    en: 'Privacy mode is off: I could see all messages here, but I only deal with commands, mentions and replies to me; nothing else is read or stored.',
  },
  privacyOn: {
    zh: '隐私模式已开启：我只看得到命令、@我 和对我的回复，看不到群里的其他聊天。所以接着追问时，请回复我的消息或再 @我。',
    en: 'Privacy mode is on: I see commands, mentions and replies to me, and nothing else said here. So to follow up, reply to my message or mention me again.',
  },
  more: {
    zh: '订阅新年报：/subscribe　全部命令：/help',
    en: 'Be told of new reports: /subscribe   All commands: /help',
  },
  commands: { zh: '命令：', en: 'Commands:' },
  about: {
    zh: '年报问答机器人 nianbao {version}',
    en: 'nianbao {version}, a bot that answers from annual reports',
  },
  promise: {
    zh: '回答全部出自收录的政府信息公开工作年度报告，并注明出处；没有收录的就说没有，从不编造。数字照年报印的原样，不作更正，对不上的地方会提示。',
    en: 'Every answer comes from the reports held, with its source; what is not held is said to be so, nothing is made up. Figures stand as printed, uncorrected; where they do not add up, it is pointed out.',
  },
  howToUpload: {
    zh: '请直接把年报文件发给我（可以一次发多个，也可以发 ZIP）：PDF、Word、网页、Markdown、文本。每个文件不超过 20 MB；更大的请放进收件目录，或在服务器上运行 nianbao ingest。在群里请在文件说明中写 /upload。',
    en: 'Send me report files (several at once, or a ZIP): PDF, Word, HTML, Markdown, text, up to 20 MB each. Put larger ones into the inbox folder, or run nianbao ingest on the server. In groups write /upload as the caption.',
  },
  uploadByAdmins: {
    zh: '收录年报由管理员负责。如果您有年报文件，请交给管理员。',
    en: 'Reports are added by the administrators. If you have a report, please give it to them.',
  },
  noSuchCommand: { zh: '没有这个命令。全部命令：/help', en: 'There is no such command. All commands: /help' },
  closed: {
    zh: '本机器人只对登记的用户和群开放。您的编号是 {user}，请告诉管理员。',
    en: 'This bot serves registered users and groups only. Your id is {user}; please tell the administrator.',
  },
  tooFast: { zh: '您问得太快了，请过一分钟再问。', en: 'That is too fast. Please ask again in a minute.' },
  tooMuchHere: {
    zh: '这个群问得太多了，请过一分钟再问。',
    en: 'Too many questions in this group. Please ask again in a minute.',
  },
  pressTooFast: { zh: '按得太快了，请过一分钟再按', en: 'Too fast. Please try again in a minute' },
  pressSoon: { zh: '请稍等一会儿再按', en: 'Please wait a moment' },
  failedBecause: { zh: '出错了：{reason}', en: 'That went wrong: {reason}' },
  damaged: {
    zh: '这份年报的文件暂时读不出来，请告诉管理员。',
    en: 'The file of this report cannot be read at the moment; please tell the administrator.',
  },
  failed: {
    zh: '出错了，没能回答。请换个说法再试，或稍后再来。',
    en: 'Something went wrong and I could not answer. Please put it differently or try later.',
  },
  pressFailed: { zh: '出错了，请稍后再按', en: 'Something went wrong. Please try again later' },
  deadButton: { zh: '这个按钮已经不能用了', en: 'This button does not work any more' },
  maybeRepeated: {
    zh: '（程序中断过，这条回答可能重复）',
    en: '(I was interrupted: this answer may be a repetition)',
  },
  nothing: { zh: '（没有内容）', en: '(nothing)' },
  claimed: {
    zh: '您现在是本机器人的管理员。发文件给我就可以收录年报。',
    en: 'You are the administrator of this bot now. Send me report files to add them.',
  },
  claimWrong: {
    zh: '认领码不对。认领码在程序启动时打印在终端上。',
    en: 'That is not the code. It is printed on the terminal when the program starts.',
  },
  claimTaken: { zh: '本机器人已有管理员。', en: 'This bot has an administrator already.' },
  claimTooOften: { zh: '试得太多了，请一分钟后再试。', en: 'Too many tries; please try again in a minute.' },
  claimPrivately: { zh: '请私聊我发送认领码。', en: 'Please send me the code in a private chat.' },
} as const;
