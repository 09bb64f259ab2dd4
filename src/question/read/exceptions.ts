import type { AgencyKind } from '../../model/report.ts';
import { type Span, sense } from '../span.ts';
import type { Named } from './places.ts';
import { anyIntent, type Sentence } from './sentence.ts';

/** What a question leaves out: 除了秀岭区, 不含乡镇, 上年结转的不算. */
export interface Exceptions {
  /** Ids of agencies. */
  agencies: string[];
  kinds: AgencyKind[];
  /** Rows and columns of the tables: no figure is asked with them. */
  figures: Span[];
  /** Every word that is used up. */
  spans: ReadonlySet<Span>;
}

const joint = /^[和与跟及或、,，\s]*$/;
/** Said behind what is left out. */
const behind = /^(?:除外|不算|不计|不包括|不包含|不计入|不在内|不算在内)/;

export function readExceptions(sentence: Sentence, named: Named): Exceptions {
  const spans = sentence.spans.flatMap((span) => (anyIntent(span, 'except') ? leftOut(sentence, span) : []));
  const out = new Set(spans);
  const slots = named.agencies.filter((slot) => out.has(slot.span));
  const regions = named.regions.filter((slot) => out.has(slot.span));
  return {
    agencies: [
      ...slots.flatMap((slot) => slot.ids),
      ...regions.flatMap((slot) => (slot.government ? [slot.government] : slot.members)),
    ],
    kinds: spans.flatMap((span) => sense(span, 'kind')?.kinds ?? []),
    figures: spans.filter((span) => sense(span, 'row') || sense(span, 'applicant') || sense(span, 'result')),
    spans: out,
  };
}

/** Without what is left out: it is not asked about. */
export function withoutExcepted(named: Named, { spans }: Exceptions): Named {
  if (spans.size === 0) return named;
  const excepted = [...spans];
  return {
    ...named,
    agencies: named.agencies.filter((slot) => !spans.has(slot.span)),
    regions: named.regions.filter((slot) => !spans.has(slot.span)),
    strangers: named.strangers.filter((name) => !excepted.some((span) => name.startsWith(span.text))),
  };
}

function leftOut(sentence: Sentence, at: Span): Span[] {
  const { spans } = sentence;
  const i = spans.indexOf(at);
  const after = chain(sentence, at, spans.slice(i + 1));
  if (after.length > 0) return after;
  return behind.test(sentence.text.slice(at.start)) || at.text === '除外'
    ? chain(sentence, at, spans.slice(0, i).toReversed())
    : [];
}

/** The names, kinds or figures that stand directly beside the word, joined by 和 or side by side. */
function chain(sentence: Sentence, at: Span, spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  let edge = at;
  for (const span of spans) {
    if (span.text.trim() === '') continue;
    const [from, to] = span.start < edge.start ? [span.end, edge.start] : [edge.end, span.start];
    const gap = sentence.text.slice(from, to);
    if (!joint.test(gap)) break;
    // 除了秀岭区，谁…: after a comma something else begins.
    if (found.length > 0 && /[,，]/.test(gap)) break;
    if (isName(span)) found.push(span);
    else if (!/^(?:[和与跟及或、]|以及|或者|and|or|政府信息公开|类)$/.test(span.text.trim())) break;
    edge = span;
  }
  return found;
}

function isName(span: Span): boolean {
  return span.senses.some((s) =>
    ['agency', 'region', 'stranger', 'kind', 'row', 'applicant', 'result'].includes(s.role),
  );
}
