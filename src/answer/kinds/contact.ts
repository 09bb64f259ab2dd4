import type { AnswerBlock } from '../../model/answer.ts';
import type { Contact, Report } from '../../model/report.ts';
import { openReport, restingOn, tookYear } from '../common.ts';
import { oneLine, placeOf, sourceLine } from '../places.ts';
import { select } from '../selection.ts';
import type { Draft, Task } from '../task.ts';
import { noReports } from './not-held.ts';

/** How to reach the agencies, as their reports print it; an older report serves where the newest is silent. */
export function contact(task: Task): Draft {
  const { library, query } = task;
  const selection = select(task);
  if (selection.rows.length === 0) return noReports(task, selection);
  const newest = selection.rows.slice(0, 5).map((row) => openReport(library, row));
  const reports =
    selection.byDefault && query.agencies.length ? newest.map((report) => withContact(task, report)) : newest;
  return {
    ...restingOn(reports),
    passages: reports.flatMap((report) =>
      report.contact
        ? [
            {
              reportId: report.id,
              agency: report.agency.name,
              year: report.year,
              section: '',
              text: oneLine(report.contact.text),
              score: 1,
              ...placeOf(report.contact.place),
            },
          ]
        : [],
    ),
    blocks: reports.flatMap((report) => card(task, report)),
    ...tookYear(task, { byDefault: selection.byDefault, years: reports.map((report) => report.year) }),
  };
}

function withContact({ library }: Task, newest: Report): Report {
  if (newest.contact) return newest;
  const ids = [...(library.agency(newest.agency.id)?.reports.values() ?? [])].reverse();
  for (const id of ids) {
    const report = library.report(id);
    if (report?.contact) return report;
  }
  return newest;
}

function card(task: Task, report: Report): AnswerBlock[] {
  const { say } = task;
  const whose = say(
    `${report.agency.name}（${report.year}年年报所印）`,
    `${report.agency.name} (as printed in the report for ${report.year})`,
  );
  if (!report.contact)
    return [
      { kind: 'headline', text: say('年报没有写联系方式', 'The report gives no contact') },
      { kind: 'text', text: whose },
    ];
  const rows = details(task, report.contact);
  return [
    { kind: 'headline', text: rows[0] ?? oneLine(report.contact.text) },
    { kind: 'text', text: whose },
    ...(rows.length > 1 ? [{ kind: 'list' as const, items: rows.slice(1), ordered: false }] : []),
    {
      kind: 'quote',
      text: oneLine(report.contact.text),
      source: sourceLine(report, '', report.contact.place, say),
    },
  ];
}

const asked: [RegExp, string][] = [
  [/邮箱|邮件|e-?mail/i, '邮箱'],
  [/邮编|邮政编码|postcode/i, '邮编'],
  [/地址|在哪|address/i, '地址'],
  [/传真|fax/i, '传真'],
  [/网址|官网|web ?site/i, '网址'],
];

/** What is asked for first, said also where the report has none; else the telephone, which most people want. */
function details({ say, question }: Task, found: Contact): string[] {
  const names: [string | undefined, string, string][] = [
    [found.phone, '电话', 'Phone'],
    [found.office, '机构', 'Office'],
    [found.address, '地址', 'Address'],
    [found.postcode, '邮编', 'Postcode'],
    [found.fax, '传真', 'Fax'],
    [found.email, '邮箱', 'E-mail'],
    [found.website, '网址', 'Web site'],
  ];
  const wanted = asked.flatMap(([pattern, zh]) => (pattern.test(question) ? [zh] : []));
  const first = names.filter(([, zh]) => wanted.includes(zh));
  const rest = names.filter(([, zh]) => !wanted.includes(zh));
  return [
    ...first.map(([text, zh, en]) =>
      text ? say(`${zh}：${text}`, `${en}: ${text}`) : say(`年报没有写${zh}`, `${en}: not in the report`),
    ),
    ...rest.flatMap(([text, zh, en]) => (text ? [say(`${zh}：${text}`, `${en}: ${text}`)] : [])),
  ];
}
