/** Counts of natural persons' applications by row, and figures of the other tables. */
export interface Counts {
  received?: number;
  carriedIn?: number;
  granted?: number;
  partly?: number;
  /** 属于三类内部事务信息 */
  internal?: number;
  /** 本机关不掌握相关政府信息 */
  notHeld?: number;
  /** 重复申请 */
  repeated?: number;
  /** 其他处理：其他 */
  other?: number;
  forward?: number;
  /** 行政复议：结果维持 */
  reconsideration?: number;
  /** 未经复议直接起诉：尚未审结 */
  direct?: number;
  /** 复议后起诉：结果维持 */
  after?: number;
  permits?: number;
  penalties?: number;
  issued?: number;
  repealed?: number;
  inForce?: number;
  /** 万元 */
  fees?: number;
}

const rows = {
  received: 'newReceived',
  carriedIn: 'carriedIn',
  granted: 'granted',
  partly: 'partlyGranted',
  internal: 'refused.internalAffairs',
  notHeld: 'unavailable.notHeld',
  repeated: 'notProcessed.repeated',
  other: 'otherHandling.other',
  forward: 'carriedForward',
} as const;
const others = {
  permits: 'permits.decisions',
  penalties: 'penalties.decisions',
  issued: 'normativeDocuments.issued',
  repealed: 'normativeDocuments.repealed',
  inForce: 'normativeDocuments.inForce',
  fees: 'fees.amount',
} as const;
const blocks = {
  reconsideration: ['reconsideration', 'upheld'],
  direct: ['directLitigation', 'pending'],
  after: ['litigationAfterReconsideration', 'upheld'],
} as const;

/** Readings that balance: every application is a natural person's, and the sums come out. */
export function tablesOf(counts: Counts): Record<string, number> {
  const figures: Record<string, number> = {};
  const put = (row: string, value: number) => {
    figures[`applications.${row}.naturalPerson`] = value;
    figures[`applications.${row}.total`] = value;
  };
  for (const [key, row] of Object.entries(rows)) put(row, counts[key as keyof typeof rows] ?? 0);
  const { granted = 0, partly = 0, internal = 0, notHeld = 0, repeated = 0, other = 0 } = counts;
  put('handledTotal', granted + partly + internal + notHeld + repeated + other);
  for (const [key, [block, result]] of Object.entries(blocks)) {
    const value = counts[key as keyof typeof blocks] ?? 0;
    figures[`reviews.${block}.${result}`] = value;
    figures[`reviews.${block}.total`] = value;
  }
  for (const [key, id] of Object.entries(others))
    figures[`disclosure.${id}`] = counts[key as keyof typeof others] ?? 0;
  return figures;
}
