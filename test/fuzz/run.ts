import { audit } from '../../src/audit/audit.ts';
import { type FileRead, readFile } from '../../src/ingest/reader.ts';
import { type Checked, checkReadings } from './check-report.ts';
import { type FuzzFile, type FuzzFormat, makeFile } from './make-file.ts';

export interface Tally {
  reports: number;
  cells: number;
  wrong: number;
  warned: number;
}

export interface FuzzResult {
  total: Tally;
  /** Files whose damages leave everything readable. */
  readable: Tally;
  byDamage: Map<string, Tally>;
  byFormat: Map<string, Tally>;
  /** Findings of severity error about reports whose figures keep every law of the tables, a line each. */
  accused: string[];
  /** What went wrong, a line each, with the seed that shows it again. */
  examples: string[];
}

export interface FuzzOptions {
  seed: number;
  runs: number;
  formats: readonly FuzzFormat[];
  /** No further report is begun when this many milliseconds have passed. */
  deadline: number;
}

export async function runFuzz(options: FuzzOptions, onReport?: (done: number) => void): Promise<FuzzResult> {
  const result: FuzzResult = {
    total: emptyTally(),
    readable: emptyTally(),
    byDamage: new Map(),
    byFormat: new Map(),
    accused: [],
    examples: [],
  };
  const started = performance.now();
  for (let run = 0; run < options.runs; run++) {
    if (performance.now() - started > options.deadline) break;
    const format = options.formats[run % options.formats.length] ?? 'txt';
    const seed = options.seed * 1_000_003 + run;
    const file = await makeFile(seed, format);
    for (const { member, ...checked } of await checkFile(file)) {
      count(result, { ...member, format }, checked, seed);
      result.accused.push(...checked.accused.map((accusation) => `seed ${seed} ${format}: ${accusation}`));
    }
    onReport?.(run + 1);
  }
  return result;
}

interface CheckedMember extends Checked {
  member: FuzzFile;
  accused: string[];
}

/** A ZIP is read once; each report in it is looked for under its name, and nothing else may be taken for one. */
async function checkFile(file: FuzzFile): Promise<CheckedMember[]> {
  const reads = await readFile(file.bytes, file.name);
  const members = file.members ?? [file];
  const pathOf = (member: FuzzFile) => (file.members ? `${file.name}!/${member.name}` : file.name);
  const paths = new Set(members.map(pathOf));
  const others = reads.filter((read) => 'report' in read && !paths.has(read.path));
  return members.map((member, i) => {
    const checked = checkRead(
      member,
      reads.find((read) => read.path === pathOf(member)),
    );
    const strange = i ? [] : others.map(({ path }) => `taken for a report: ${path}`);
    return { member, ...checked, wrong: [...checked.wrong, ...strange] };
  });
}

function checkRead({ report }: FuzzFile, read: FileRead | undefined): Omit<CheckedMember, 'member'> {
  if (!read || 'error' in read) {
    const reason = read ? `${read.error.code} ${read.error.message}` : 'nothing read';
    return { cells: report.cells.size, wrong: [`refused: ${reason}`], warned: [], accused: [] };
  }
  const errors = report.consistent
    ? audit(read.report).filter((finding) => finding.severity === 'error')
    : [];
  return {
    ...checkReadings(report.cells, read.report.readings, read.report.warnings),
    accused: errors.map((finding) => `${finding.rule} ${finding.message}`),
  };
}

function emptyTally(): Tally {
  return { reports: 0, cells: 0, wrong: 0, warned: 0 };
}

function count(result: FuzzResult, file: FuzzFile, checked: Checked, seed: number): void {
  const lossy = file.damages.some((damage) => damage.lossy);
  const tallies = [result.total, ...(lossy ? [] : [result.readable]), tallyOf(result.byFormat, file.format)];
  const names = file.damages.length ? file.damages.map((damage) => damage.name) : ['none'];
  for (const name of new Set(names)) tallies.push(tallyOf(result.byDamage, name));
  for (const tally of tallies) {
    tally.reports++;
    tally.cells += checked.cells;
    tally.wrong += checked.wrong.length;
    tally.warned += checked.warned.length;
  }
  if (!checked.wrong.length) return;
  const [first] = checked.wrong;
  result.examples.push(
    `seed ${seed} ${file.format}: ${checked.wrong.length} wrong (${first}) [${names.join('; ')}]`,
  );
}

function tallyOf(map: Map<string, Tally>, name: string): Tally {
  const known = map.get(name) ?? emptyTally();
  map.set(name, known);
  return known;
}
