import type { Query } from '../../model/query.ts';
import { unexplained } from '../decide/clues.ts';
import type { Frame } from '../read/frame.ts';
import { anyIntent } from '../read/sentence.ts';
import { republican } from '../recognise/years.ts';
import { sense } from '../span.ts';

/** 环保处罚, 停车收费: another matter directly before a row narrows it to what the table does not tell. */
function qualifiers(frame: Frame): string[] {
  const { spans } = frame.sentence;
  return spans.flatMap((span, i) => {
    const next = spans[i + 1];
    const narrows = next?.start === span.end && sense(next, 'row') && !sense(span, 'row');
    const matter = span.senses.some((s) => s.role === 'topic' || s.role === 'offTopic');
    return narrows && matter && !anyIntent(span, 'passages') ? [span.text] : [];
  });
}

/** 涉及征地的，新收申请多少: a matter in a clause of its own, which no figure is told apart by. */
function apart(frame: Frame): string[] {
  const { spans, text } = frame.sentence;
  const rows = spans.filter((span) => sense(span, 'row'));
  return spans.flatMap((span) => {
    const isMatter =
      span.text.length > 1 && span.senses.every(({ role }) => role === 'topic' || role === 'theme');
    const row = rows.find((other) => other.start >= span.end) ?? rows.at(-1);
    if (!isMatter || !row) return [];
    const between = row.start >= span.end ? text.slice(span.end, row.start) : text.slice(row.end, span.start);
    return /[,，。;；]/.test(between) ? [span.text] : [];
  });
}

/** 行政许可被撤销几件: a word that is wrong elsewhere, and here narrows what no table narrows. */
function outOfPlace(frame: Frame): string[] {
  if (frame.premise) return [];
  return frame.sentence
    .of('premise')
    .flatMap(({ span }) => (span.senses.every((s) => s.role === 'premise') ? [span.text] : []));
}

const turning = /^(?![多少高低大小单办收不一二三四五六七八九十两几])\p{Script=Han}$/u;

/** 113年: how it was counted is said. */
export function yearsConverted(frame: Frame): { correction?: string } {
  const said = frame.sentence.of('year').flatMap(({ span, sense: s }) => {
    const [match] = [...span.text.matchAll(republican)];
    const [year] = s.year.kind === 'years' ? s.year.years : [];
    return match && year !== undefined ? [`“${match[0]}”按民国纪年换算为${year}年。`] : [];
  });
  return said.length > 0 ? { correction: said.join('') } : {};
}

/** A figure is given although a word was not understood: said before the answer. */
export function notedRest(frame: Frame, kind: Query['kind']): { correction?: string } {
  // For a figure told by weak words alone, even one strange character may turn the sense: 申请被…了几件.
  const strange =
    frame.metrics.weak && kind === 'value'
      ? frame.sentence.rest.filter((t) => turning.test(t) && !/[省市县区镇乡我]/.test(t))
      : [];
  const rest = [
    ...new Set([
      ...unexplained(frame),
      ...strange,
      ...qualifiers(frame),
      ...apart(frame),
      ...outOfPlace(frame),
    ]),
  ].join('、');
  const said = [rest, ...frame.sentence.beside.filter((text) => /\p{Script=Han}{2}/u.test(text))]
    .filter(Boolean)
    .join('、');
  if (said === '' || !['value', 'comparison', 'ranking', 'aggregate', 'trend'].includes(kind)) return {};
  if (frame.sentence.language === 'en')
    return { correction: `The tables have no “${said}”; the figures below are not narrowed to it.` };
  return { correction: `问题里的“${said}”在年报表格里没有对应的项目，以下数字没有按它区分。` };
}
