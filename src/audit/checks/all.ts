import type { Check } from '../check.ts';
import { growthInText, textAgainstTable } from './claims.ts';
import { copiedFromLastYear, sameTextElsewhere } from './copied-text.ts';
import { missingParts, noImprovements, publication, titleMatches, twoNames } from './form.ts';
import { numberingRestarts } from './numbering.ts';
import { superiorSmaller } from './superior.ts';
import { applicantTotal, applicationBalance, handledTotal, reviewBlockTotal } from './table-sums.ts';
import { implausibleValue } from './values.ts';
import { feeConfusion, otherPlace, otherSelf, otherYear } from './wording.ts';
import { carryOver, inForceChain, scopeJump } from './years.ts';

/** Every check, in the order in which findings are told. A new check is a file and a line here. */
export const checks: readonly Check[] = [
  applicationBalance,
  handledTotal,
  applicantTotal,
  reviewBlockTotal,
  carryOver,
  inForceChain,
  implausibleValue,
  textAgainstTable,
  growthInText,
  scopeJump,
  missingParts,
  noImprovements,
  titleMatches,
  twoNames,
  otherYear,
  otherPlace,
  otherSelf,
  numberingRestarts,
  feeConfusion,
  publication,
  copiedFromLastYear,
  sameTextElsewhere,
  superiorSmaller,
];
