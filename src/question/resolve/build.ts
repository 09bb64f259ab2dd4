import { catalogue } from '../../catalogue/catalogue.ts';
import type { Library } from '../../model/library.ts';
import type { Query } from '../../model/query.ts';
import type { Carried } from '../decide/carry.ts';
import type { Plan } from '../decide/clues.ts';
import type { Frame } from '../read/frame.ts';
import type { Wanted } from '../read/metrics.ts';
import type { Setting } from '../understanding.ts';
import { yearsFor } from './asked-years.ts';
import { filterFor, measureFor, readingsFor } from './details.ts';
import { emptyQuery } from './empty.ts';
import { groupsOf } from './groups.ts';
import { notHeld, whatIsMissing } from './not-held.ts';
import { notedRest, yearsConverted } from './noted.ts';
import { reasonsOf, resolveReadings, topicsOf, withParts } from './readings.ts';
import { readScope, type Scope } from './scope.ts';
import { regionOfAll, unclearWhole, wholeRegion } from './whole.ts';

const optionsShown = 6;
const needFigure = ['value', 'comparison', 'ranking', 'aggregate', 'trend', 'list'];
const needAgency = ['value', 'summary', 'contact', 'audit'];

/** The query of a planned question; asks back or says what is not held where it must. */
export function buildQuery(frame: Frame, plan: Plan, carried: Carried, setting: Setting): Query {
  const { library } = setting;
  const scope = readScope(frame, library, plan.asGroup);
  if (scope.from === 'all' && carried.agencies.length > 0 && !scope.unclear) {
    scope.agencies = carried.agencies.flatMap((id) => library.agency(id) ?? []);
    scope.from = 'context';
  }
  scope.filter = { ...carried.filter, ...scope.filter };
  const whole = scope.agencies.length === 0 ? wholeRegion(frame, setting) : undefined;
  if (whole && frame.named.regions.length === 0) scope.filter.region ??= whole;
  const topics = topicsOf(frame, plan);
  if (topics[0] !== undefined)
    return {
      ...emptyQuery('help', frame.sentence.language),
      topic: topics[0],
      readings: topics.length > 1 ? topics : [],
    };
  if (plan.kind === 'not-understood' || plan.kind === 'help')
    return emptyQuery(plan.kind, frame.sentence.language);
  const [stranger] = frame.named.strangers;
  if (stranger !== undefined) return notHeld(frame, { agency: stranger }, scope, carried, setting);
  const groups = groupsOf(frame, plan);
  if (groups) {
    const all: Scope = {
      agencies: [],
      from: 'all',
      filter: frame.kinds.length > 0 ? { kinds: frame.kinds } : {},
    };
    return { ...queryFor(frame, { ...plan, kind: 'comparison' }, all, carried, setting), groups };
  }
  if (scope.unclear && comparesNamesakes(frame, plan, scope)) {
    const namesakes = scope.unclear.ids.flatMap((id) => library.agency(id) ?? []);
    const { unclear: _, ...clear } = scope;
    const own: Scope = { ...clear, agencies: namesakes, from: 'question' };
    return queryFor(frame, { ...plan, kind: 'comparison' }, own, carried, setting);
  }
  if (scope.unclear) return askBack(frame, plan, scope, carried, setting);
  if (plan.kind === 'not-held')
    return notHeld(frame, { what: whatIsMissing(frame) }, scope, carried, setting);
  if (frame.metrics.doubtful.length > 0 && needFigure.includes(plan.kind))
    return askWhich(frame, plan, carried, setting);
  return queryFor(frame, plan, scope, carried, setting);
}

/** 两个教育局对比, 农业农村局哪家申请多: those of one name are meant together. */
function comparesNamesakes(frame: Frame, plan: Plan, scope: Scope): boolean {
  const count = scope.unclear?.ids.length ?? 0;
  if (plan.position || scope.agencies.length > 0 || scope.unclear?.region || count > optionsShown)
    return false;
  return ['ranking', 'comparison'].includes(plan.kind) || frame.has('compare', 'each');
}

function unclear(frame: Frame, scope: Scope, kind: Query['kind'], library: Library): { correction?: string } {
  const isOverAll = ['aggregate', 'ranking', 'trend'].includes(kind);
  const correction = isOverAll ? unclearWhole(frame, scope, library) : undefined;
  return correction === undefined ? {} : { correction };
}

function queryFor(frame: Frame, plan: Plan, scope: Scope, carried: Carried, setting: Setting): Query {
  if (needAgency.includes(plan.kind) && scope.agencies.length === 0 && plan.kind !== 'audit')
    return emptyQuery('not-understood', frame.sentence.language);
  const years = yearsFor(frame, plan, scope, carried, setting);
  if (years.unheld !== undefined && !(plan.kind === 'list' && plan.missing))
    return notHeld(frame, { year: years.unheld }, scope, carried, setting);
  if (plan.kind === 'value' && years.years.length > 1)
    return queryFor(frame, { ...plan, kind: 'comparison' }, scope, carried, setting);
  const kind = plan.kind === 'value' && scope.agencies.length > 1 ? 'comparison' : plan.kind;
  const readings =
    needFigure.includes(kind) || plan.tell ? readingsFor(frame, plan, scope, years.years, setting) : [];
  const query: Query = {
    ...emptyQuery(kind, frame.sentence.language),
    agencies: scope.agencies.map((agency) => agency.id),
    agenciesFrom: scope.from,
    years: years.years,
    yearsFrom: years.from,
    readings: kind === 'value' ? withParts(readings) : readings,
    filter: filterFor(frame, plan, scope, years.years, setting),
    measure: measureFor(frame, plan, kind),
    ...(frame.premise && !frame.premise.withheld
      ? { correction: frame.premise.sentence }
      : {
          ...unclear(frame, scope, kind, setting.library),
          ...yearsConverted(frame),
          ...notedRest(frame, kind),
        }),
  };
  if (plan.tell) query.tell = plan.tell;
  if (frame.adds && kind === 'value' && readings.length > 1) query.added = true;
  if (years.lacking?.length) query.lackingYears = years.lacking;
  if (frame.ofAll && kind === 'value' && query.measure.kind === 'plain') {
    const region = regionOfAll(frame, scope.agencies[0]);
    return { ...query, ofAll: true, filter: region ? { region } : {} };
  }
  return withDetails(query, frame, plan, setting.library);
}

function withDetails(query: Query, frame: Frame, plan: Plan, library: Library): Query {
  if (plan.kind === 'ranking' && plan.order) {
    const [position] = plan.position ? query.agencies : [];
    query.order = { ...plan.order, ...(position ? { positionOf: position } : {}) };
    if (query.years.length > 1 && (position || frame.has('each') || /分别/.test(frame.sentence.text)))
      query.eachYear = true;
    if (position) {
      const region = regionOfAll(frame, library.agency(position));
      if (region) query.filter = { region, ...query.filter };
      query.agencies = [];
    }
  }
  if (plan.aggregate) query.aggregate = plan.aggregate;
  if (plan.grouped && query.agencies.length !== 1) query.grouped = true;
  if (plan.missing) query.missing = true;
  if (plan.sections) query.sections = plan.sections;
  if (plan.kind === 'passages') {
    query.text = frame.text || frame.sentence.text;
    // Where the text gives no reason, the rows of the table do.
    if (frame.has('why') && query.agencies.length === 1)
      query.readings = resolveReadings(reasonsOf(frame.metrics.wanted), library, [], query.years);
  } else if (['problems', 'improvements'].includes(plan.kind) && frame.theme) query.text = frame.text;
  return query;
}

/** The name fits several agencies: the likeliest few, each with its own query. */
function askBack(frame: Frame, plan: Plan, scope: Scope, carried: Carried, setting: Setting): Query {
  const { unclear } = scope;
  const agencies = (unclear?.ids ?? []).flatMap((id) => setting.library.agency(id) ?? []);
  agencies.sort((a, b) => b.reports.size - a.reports.size || (a.name < b.name ? -1 : 1));
  const options = agencies.slice(0, optionsShown).map((agency) => {
    const { unclear: _, ...clear } = scope;
    const own: Scope = { ...clear, agencies: [...scope.agencies, agency], from: 'question' };
    return { label: agency.name, query: queryFor(frame, plan, own, carried, setting) };
  });
  if (unclear?.region && frame.metrics.wanted.length > 0) {
    const filter = { ...scope.filter, region: { ...unclear.region.place } };
    const group: Scope = { agencies: [], from: 'all', filter };
    const sum: Plan = { kind: 'aggregate', aggregate: 'sum', asGroup: true, why: '' };
    const query = queryFor(frame, plan.kind === 'value' ? sum : plan, group, carried, setting);
    if (frame.has('sum')) return query;
    options.push({ label: `${unclear.region.place.name}各单位合计`, query });
  }
  return { ...emptyQuery('clarify', frame.sentence.language), options };
}

/** The figure is in doubt: the readings that fit. */
function askWhich(frame: Frame, plan: Plan, carried: Carried, setting: Setting): Query {
  const options = frame.metrics.doubtful.flatMap((wanted: Wanted) => {
    const label = catalogue().describe(wanted[0] ?? '')?.label;
    if (!label) return [];
    const metrics = { ...frame.metrics, wanted: [wanted], doubtful: [] };
    return [{ label, query: buildQuery({ ...frame, metrics }, plan, carried, setting) }];
  });
  return { ...emptyQuery('clarify', frame.sentence.language), options };
}
