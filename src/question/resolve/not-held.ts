import { catalogue } from '../../catalogue/catalogue.ts';
import type { HeldAgency } from '../../model/library.ts';
import type { Query } from '../../model/query.ts';
import type { Carried } from '../decide/carry.ts';
import { unexplained } from '../decide/clues.ts';
import type { Frame } from '../read/frame.ts';
import type { Setting } from '../understanding.ts';
import { emptyQuery } from './empty.ts';
import { resolveReadings } from './readings.ts';
import type { Scope } from './scope.ts';

/** What was asked for and is not here: an agency, a year or a matter. */
export function notHeld(
  frame: Frame,
  wanted: NonNullable<Query['wanted']>,
  scope: Scope,
  carried: Carried,
  setting: Setting,
): Query {
  const [agency] = scope.agencies;
  const said = frame.years.flatMap((word) => (word.kind === 'years' ? word.years : []));
  const years = said.length > 0 ? said : carried.years;
  return {
    ...emptyQuery('not-held', frame.sentence.language),
    agencies: wanted.agency ? [] : scope.agencies.map((a: HeldAgency) => a.id),
    agenciesFrom: wanted.agency ? 'question' : scope.from,
    years: wanted.year === undefined ? years : [],
    yearsFrom: said.length > 0 ? 'question' : years.length > 0 ? 'context' : 'default',
    readings: resolveReadings(frame.metrics.wanted, setting.library, [], []),
    wanted: { ...(agency && wanted.year !== undefined ? { agency: agency.name } : {}), ...wanted },
    ...(frame.premise ? { correction: frame.premise.sentence } : {}),
    filter: wanted.agency ? {} : scope.filter,
  };
}

/** The matter that no table has, as it was asked for. */
export function whatIsMissing(frame: Frame): string {
  if (frame.premise) return frame.premise.what;
  const [item] = frame.metrics.impossible;
  const label =
    item && [...catalogue().fields.values()].find((field) => `disclosure.${field.row}` === item)?.rowPath[0];
  return label ? `${label}的金额` : unexplained(frame).join('、') || frame.text || frame.sentence.text;
}
