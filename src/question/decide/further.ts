import type { Query } from '../../model/query.ts';
import type { Sentence } from '../read/sentence.ts';
import { emptyQuery } from '../resolve/empty.ts';
import type { Setting } from '../understanding.ts';

const asks =
  /^(?:那|请问|你|这里)*(?:还有(?:吗|没有|么|呢|别的(?:吗|呢)?|其[他它](?:的|家)?(?:吗|呢)?|哪些|谁)?|别的呢|更多|继续|接着说|(?:any )?more|any others?|anything else)[?？!！。.\s吗呢]*$/;
const others = /谁|哪些|别的|其[他它]|others/;
/** As many as a ranking shows at most. */
const all = 50;

/** 还有吗: the choices once more, the rest of a ranking, or after what is not held what there is. */
export function moreOf(sentence: Sentence, { context }: Setting): { query: Query; note: string } | undefined {
  if (!context || !asks.test(sentence.text.trim())) return undefined;
  const { query, options } = context;
  // 还有谁 after the words of one agency's report: who else.
  if (query.agencies.length > 0 && others.test(sentence.text) && query.kind !== 'not-held') return undefined;
  const empty: Query = { ...query, agencies: [], agenciesFrom: 'all', readings: [], filter: {} };
  if (options.length > 0)
    return { query: { ...empty, kind: 'clarify', options }, note: '前面的选项还没有选。' };
  if (query.kind === 'ranking' && query.order && query.order.limit < all)
    return { query: { ...query, order: { ...query.order, limit: all } }, note: '接着前面的排名。' };
  if ((query.kind === 'passages' || query.kind === 'list') && context.shown)
    return { query: { ...query, skip: context.shown }, note: '接着前面列出的。' };
  if (query.kind !== 'not-held')
    return {
      query: { ...emptyQuery('help', query.language), topic: 'courtesy.complete' },
      note: '前面已经列全。',
    };
  const { correction: _c, wanted: _w, ...held } = query;
  const agenciesFrom = query.agencies.length > 0 ? 'context' : 'all';
  const list: Query = {
    ...held,
    kind: 'list',
    // What is held is told in passing: 县政府呢 then asks what was asked.
    aside: true,
    agenciesFrom,
    years: [],
    yearsFrom: 'default',
    readings: [],
    filter: {},
  };
  return { query: list, note: '前面问的没有收录：列出收录了的。' };
}
