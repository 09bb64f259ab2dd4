import type { Sense } from './span.ts';
import type { Mention } from './understanding.ts';

/** A sense as `--explain` shows it. */
export function describeSense(sense: Sense): Pick<Mention, 'kind' | 'means'> {
  return { kind: sense.role, means: meaning(sense) };
}

function meaning(sense: Sense): string {
  switch (sense.role) {
    case 'row':
      return sense.weak ? `${sense.id}（弱）` : sense.id;
    case 'applicant':
    case 'document':
      return sense.keys.join('|');
    case 'result':
    case 'theme':
      return sense.key;
    case 'kind':
      return sense.kinds.join('|');
    case 'intent':
      return sense.intent;
    case 'premise':
      return sense.premise.sentence;
    case 'year':
      return JSON.stringify(sense.year);
    case 'number':
      return String(sense.value);
    case 'order':
      return `${sense.direction} ${sense.limit}`;
    case 'choice':
      return String(sense.ordinal);
    case 'region':
      return sense.regions.map((region) => region.name).join('|');
    case 'agency':
      return sense.candidates.map((c) => `${c.agencyId}（${c.how} ${c.score}）`).join('、');
    case 'stranger':
      return `${sense.name}（未收录）`;
    default:
      return sense.role;
  }
}
