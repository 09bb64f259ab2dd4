import type { Check } from '../check.ts';
import { textAgainstTable } from './claims.ts';
import { copiedFromLastYear, sameTextElsewhere } from './copied-text.ts';
import { feeConfusion } from './fees.ts';
import { missingParts, noImprovements, twoNames } from './form.ts';
import { growthInText, lastYearInText } from './growth.ts';
import { numberingRestarts } from './numbering.ts';
import { otherAgency } from './other-agency.ts';
import { otherPlace } from './other-place.ts';
import { otherSelf } from './other-self.ts';
import { otherYear } from './other-year.ts';
import { placeholderText } from './placeholder-text.ts';
import { publication } from './publication.ts';
import { shareInText } from './share.ts';
import { superiorSmaller } from './superior.ts';
import { applicantTotal, applicationBalance, handledTotal, reviewBlockTotal } from './table-sums.ts';
import { titleMatches } from './title.ts';
import { implausibleValue, inForceTooFew } from './values.ts';
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
  inForceTooFew,
  textAgainstTable,
  growthInText,
  shareInText,
  lastYearInText,
  scopeJump,
  missingParts,
  noImprovements,
  titleMatches,
  twoNames,
  otherYear,
  otherAgency,
  otherPlace,
  otherSelf,
  placeholderText,
  numberingRestarts,
  feeConfusion,
  publication,
  copiedFromLastYear,
  sameTextElsewhere,
  superiorSmaller,
];
