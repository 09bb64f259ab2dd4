import type { Scope } from '../../../src/subscriptions/model.ts';
import type { Wish } from '../../../src/subscriptions/subscriptions.ts';
import type { Desk } from '../desk.ts';

// `w:<kind>.<options>:…` carries a whole wish: an agency by its newest report, a region by its name.

const options: [letter: string, gives: Omit<Wish, 'scope'>, is: (wish: Wish) => boolean][] = [
  ['d', { delivery: 'daily' }, ({ delivery }) => delivery === 'daily'],
  ['w', { delivery: 'weekly' }, ({ delivery }) => delivery === 'weekly'],
  ['s', { silent: true }, ({ silent }) => silent === true],
  ['f', { onlyFindings: true }, ({ onlyFindings }) => onlyFindings === true],
];

/** Undefined where it does not fit into a button. */
export function wishButton(desk: Desk, wish: Wish): string | undefined {
  const letters = options
    .filter(([, , is]) => is(wish))
    .map(([letter]) => letter)
    .join('');
  const [kind = '', ...rest] = scopeArgs(desk, wish.scope);
  const data = ['w', letters === '' ? kind : `${kind}.${letters}`, ...rest].join(':');
  return Buffer.byteLength(data) <= 64 ? data : undefined;
}

/** What a button wishes; undefined when it cannot be had any more. */
export function pressedWish(desk: Desk, [first = '', ...rest]: readonly string[]): Wish | undefined {
  const [kind = '', letters = ''] = first.split('.');
  const scope = scopeOf(desk, kind, rest);
  if (!scope) return undefined;
  const given = options.filter(([letter]) => letters.includes(letter)).map(([, gives]) => gives);
  return Object.assign({ scope }, ...given);
}

function scopeArgs({ app }: Desk, scope: Scope): string[] {
  switch (scope.kind) {
    case 'all':
      return ['all'];
    case 'agency-kind':
      return ['kind', scope.agencyKind];
    case 'region':
      return ['region', scope.level, scope.name];
    case 'agency':
      return ['agency', [...(app.library.agency(scope.agencyId)?.reports.values() ?? [])].at(-1) ?? ''];
    case 'keywords':
      return ['words', scope.words.join(' ')];
  }
}

function scopeOf(
  { app }: Desk,
  kind: string,
  [first = '', second = '']: readonly string[],
): Scope | undefined {
  switch (kind) {
    case 'all':
      return { kind: 'all' };
    case 'kind':
      return first === 'government' ||
        first === 'town' ||
        first === 'subdistrict' ||
        first === 'bureau' ||
        first === 'centre'
        ? { kind: 'agency-kind', agencyKind: first }
        : undefined;
    case 'region':
      return first === 'province' || first === 'city' || first === 'county' || first === 'town'
        ? { kind: 'region', level: first, name: second }
        : undefined;
    case 'agency': {
      const agency = app.library.agency(app.library.holding(first)?.agencyId ?? '');
      return agency && { kind: 'agency', agencyId: agency.id, name: agency.name };
    }
    case 'words':
      return { kind: 'keywords', words: first.split(' ') };
    default:
      return undefined;
  }
}
