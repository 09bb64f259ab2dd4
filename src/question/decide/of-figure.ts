import type { Query } from '../../model/query.ts';
import { type Frame, namesSomebody } from '../read/frame.ts';
import type { Further } from './more.ts';

const thatFigure = /(?:这|那|该|此|上面的?|刚才的?)(?:一|两|几|些)?个?(?:数|格|栏|项|结果)/;
const whyNone =
  /(?:为什么|为何|为啥|怎么|咋)(?:会|是)?(?:没有?|缺了?|少了?)(?:填|印|读)?(?:到|出)?(?:这个|那个|这一|那一|该|个)?(?:数[字据]?|格|栏)|(?:为什么|为何|为啥|怎么|咋)(?:会|是)?(?:空白?着?|没填)的?[?？呢啊\s]*$/;
/** Asked of the report, whatever figure was talked of: 哪几格读不准, 有几个警告. */
const ofReport =
  /哪[几些]个?格|格子?有哪些|警告|提醒|提示|空白?格|没填的|哪些没填|读[漏全]|报告|年报|全部|所有/;

/** 这份报告可靠吗 asks for the checks, too; 哪几格读不准 for the reading alone. */
const ofReading = (frame: Frame) => (frame.has('audit') ? {} : ({ tell: 'doubt' } as const));

const kinds: readonly Query['kind'][] = ['value', 'comparison', 'trend', 'audit', 'passages'];

/** 这个数可靠吗, 原件在哪一页, 为什么没有这个数: of the figure that the talk is about; it goes on about that figure. */
export function ofFigureTalked(frame: Frame, query: Query): Further | undefined {
  const { text } = frame.sentence;
  const none = whyNone.test(text);
  const doubted = frame.has('doubt') || (frame.has('audit') && thatFigure.test(text));
  const others =
    frame.group || (frame.has('list', 'everyone') && /报告|年报|单位|哪[几些]?[家份]|谁/.test(text));
  const own = frame.metrics.spans.length > 0 || namesSomebody(frame) || others || frame.theme;
  if (own || query.agencies.length !== 1 || !(none || doubted || frame.has('place'))) return undefined;
  const years = frame.years.length > 0 ? [] : query.years;
  const carried = { agencies: query.agencies, years };
  const asGroup = false;
  if (!kinds.includes(query.kind) || query.readings.length === 0 || (doubted && ofReport.test(text)))
    return doubted
      ? { frame, plan: { kind: 'audit', asGroup, ...ofReading(frame), why: '问报告读得准不准。' }, carried }
      : undefined;
  const wanted = query.readings.map((id) => [id]);
  const asked = { ...frame, metrics: { ...frame.metrics, wanted, doubtful: [], weak: false } };
  return frame.has('place') && !none
    ? { frame: asked, plan: { kind: 'value', asGroup, tell: 'place', why: '问前面的数印在哪里。' }, carried }
    : { frame: asked, plan: { kind: 'audit', asGroup, tell: 'doubt', why: '问前面的数可不可靠。' }, carried };
}
