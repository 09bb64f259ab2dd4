import type { App } from '../../../src/app.ts';
import type { AgencyKind } from '../../../src/model/report.ts';
import { findRegions } from '../../../src/naming/regions.ts';
import type { Scope } from '../../../src/subscriptions/model.ts';
import type { Wish } from '../../../src/subscriptions/subscriptions.ts';

/** What `/subscribe` was told: one wish, several possible ones, or nothing that could be made out. */
export type WishRead = { wish: Wish } | { choices: Wish[] } | { unclear: string };

const options: { pattern: RegExp; give: Omit<Wish, 'scope'> }[] = [
  {
    pattern: /仅?(?:只要?)?有?疑点的?|只看疑点|(?:only )?(?:with )?findings(?: only)?/gi,
    give: { onlyFindings: true },
  },
  { pattern: /每[天日](?:汇总)?|日报|daily(?: digest)?/gi, give: { delivery: 'daily' } },
  { pattern: /每周(?:汇总)?|周报|weekly(?: digest)?/gi, give: { delivery: 'weekly' } },
  { pattern: /静音|silent(?:ly)?/gi, give: { silent: true } },
];
const everything = /^(?:全部|所有|一切|all|everything)\s*(?:年报|报告|单位|reports|agencies)?$/i;
const keywords = /^(?:关键[词字]|keywords?)[:：]?\s*/i;
const kindWords: [RegExp, AgencyKind][] = [
  [/^(?:(?:所有|全部|各)?(?:政府|人民政府)|(?:all )?governments?)$/i, 'government'],
  [/^(?:(?:所有|全部|各)?(?:乡镇|镇|乡)(?:政府)?|(?:all )?(?:towns?|townships?))$/i, 'town'],
  [/^(?:(?:所有|全部|各)?街道(?:办事处)?|(?:all )?sub-?districts?)$/i, 'subdistrict'],
  [/^(?:(?:所有|全部|各)?(?:部门|局|委办局)|(?:all )?(?:bureaus?|departments?))$/i, 'bureau'],
  [/^(?:(?:所有|全部|各)?(?:事业单位|中心)|(?:all )?(?:cent(?:re|er)s?|institutions?))$/i, 'centre'],
];
/** Below this a likeness of names is no more than a hint. */
const SURE = 0.6;
const NEAR = 0.05;
const MOST = 6;

/** 青禾县教育局 每日 静音 · 青禾县 · 乡镇 · 关键词 微信 公众号 · 全部 仅有疑点 */
export function readWish(app: App, text: string): WishRead {
  let rest = text;
  const given: Omit<Wish, 'scope'> = {};
  for (const { pattern, give } of options) {
    const shorter = rest.replace(pattern, ' ');
    if (shorter !== rest) Object.assign(given, give);
    rest = shorter;
  }
  rest = rest.trim();
  const scopes = scopesOf(app, rest, Object.keys(given).length > 0).map((scope) => ({ scope, ...given }));
  const [only, ...others] = scopes;
  const hints = only ? [] : hintedAgencies(app, rest);
  if (hints.length > 0) return { choices: hints.slice(0, MOST).map((scope) => ({ scope, ...given })) };
  if (!only) return { unclear: rest };
  return others.length === 0 ? { wish: only } : { choices: [only, ...others].slice(0, MOST) };
}

function scopesOf(app: App, text: string, withOptions: boolean): Scope[] {
  if (everything.test(text) || (text === '' && withOptions)) return [{ kind: 'all' }];
  if (keywords.test(text)) {
    const words = text
      .replace(keywords, '')
      .split(/[\s,，、]+/)
      .filter(Boolean);
    return words.length > 0 ? [{ kind: 'keywords', words }] : [];
  }
  const kind = kindWords.find(([pattern]) => pattern.test(text))?.[1];
  if (kind) return [{ kind: 'agency-kind', agencyKind: kind }];
  const agencies = agencyScopes(app, text);
  const region = regionScope(text);
  // A bare place may mean its government or everything in it: the choice is left to people.
  return [...(region ? [region] : []), ...agencies];
}

/** What a part of a name may mean: people say which. */
function hintedAgencies(app: App, text: string): Scope[] {
  const candidates = app.library.findAgencies(text).flatMap((mention) => mention.candidates);
  return scopesFor(app, [...new Set(candidates.map(({ agencyId }) => agencyId))]);
}

function scopesFor(app: App, agencyIds: readonly string[]): Scope[] {
  return agencyIds.flatMap((agencyId) => {
    const agency = app.library.agency(agencyId);
    return agency ? [{ kind: 'agency' as const, agencyId, name: agency.name }] : [];
  });
}

function agencyScopes(app: App, text: string): Scope[] {
  const exact = app.library.agencies.filter((agency) => agency.name === text);
  const candidates = app.library
    .findAgencies(text)
    .flatMap((mention) => mention.candidates)
    .filter(({ score }) => score >= SURE);
  const best = Math.max(0, ...candidates.map(({ score }) => score));
  const ids =
    exact.length > 0
      ? exact.map(({ id }) => id)
      : [...new Set(candidates.filter(({ score }) => score > best - NEAR).map(({ agencyId }) => agencyId))];
  return scopesFor(app, ids);
}

/** Only where the words are a place and nothing else. */
function regionScope(text: string): Scope | undefined {
  const bare = text.replace(/(?:各单位|所有单位|全部|的)$/, '').trim();
  const [found, ...others] = findRegions(bare);
  if (!found || others.length > 0 || found.end - found.start < bare.length) return undefined;
  const [place] = found.candidates;
  const level = place?.level;
  if (!place || (level !== 'province' && level !== 'city' && level !== 'county' && level !== 'town'))
    return undefined;
  const name = place[level];
  return name ? { kind: 'region', level, name } : undefined;
}

export function kindChoices(): Scope[] {
  return kindWords.map(([, agencyKind]) => ({ kind: 'agency-kind', agencyKind }));
}
