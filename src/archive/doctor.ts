import { renameSync, rmSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import { openArchive } from './archive.ts';
import { damagedRecords } from './bot-records.ts';
import type { Ailment, Diagnosis, Note } from './diagnosis.ts';
import { ArchiveError } from './errors.ts';
import { Layout, shardNames } from './layout.ts';
import { leftOvers } from './left-overs.ts';
import type { HoldingRecord, PastVersion } from './record.ts';
import { listReportFiles, ReportStore } from './report-store.ts';
import { reportTrouble } from './report-trouble.ts';
import { requireRestored } from './restoring.ts';
import { makeFolder } from './safe-file.ts';
import { SealedJsonFile } from './sealed-json.ts';
import { shardFromReports } from './shard-from-reports.ts';
import { damagedSnapshots } from './snapshot-file.ts';
import { SourceVisit } from './source-visit.ts';
import { livingWriters, sleep, WriterLock } from './writer-lock.ts';

type Shard = Record<string, HoldingRecord>;

const LOOKS = 4;
const LOOK_AGAIN_MS = 100;

/**
 * Looks through every file of an archive. With `mend` what can be computed from the rest is made anew, left-overs of
 * crashes are deleted, and a report whose file is damaged is withdrawn (its files go to `damaged/`): it is then not
 * held, rather than answered from an older version.
 * @throws {LockedError} with `mend`, when another process writes
 */
export function examine(folder: string, options: { mend: boolean }): Diagnosis {
  const layout = new Layout(folder);
  requireRestored(layout);
  const lock = options.mend ? WriterLock.acquire(layout) : undefined;
  const writer = options.mend ? undefined : livingWriters(layout)[0];
  const visit = new Visit(layout, options.mend, writer?.pid);
  try {
    for (const name of shardNames) visit.shard(name);
    if (!writer) visit.leftOvers();
    visit.keptSources();
    visit.botRecords();
  } finally {
    lock?.release();
  }
  visit.snapshots();
  return visit.diagnosis;
}

class Visit {
  readonly diagnosis: Diagnosis = { reports: 0, versions: 0, sources: 0, ailments: [] };
  private readonly files: ReportStore;
  private readonly named = new Set<string>();
  private readonly sources: SourceVisit;

  /** @param writer the process that writes meanwhile, if there is one */
  constructor(
    private readonly layout: Layout,
    private readonly mend: boolean,
    private readonly writer: number | undefined,
  ) {
    this.files = new ReportStore(layout);
    this.sources = new SourceVisit(layout, mend, this.note);
    if (writer !== undefined) this.diagnosis.writer = writer;
  }

  /** While another process writes, what looks wrong is looked at again: it may have been changed that moment. */
  shard(name: string): void {
    const { reports, versions, ailments } = this.diagnosis;
    const known = ailments.length;
    for (let attempt = 1; ; attempt += 1) {
      this.lookAtShard(name);
      if (this.writer === undefined || ailments.length === known || attempt === LOOKS) return;
      ailments.length = known;
      Object.assign(this.diagnosis, { reports, versions });
      sleep(LOOK_AGAIN_MS);
    }
  }

  private lookAtShard(name: string): void {
    const file = new SealedJsonFile<Shard>(this.layout.shardFile(name), 'holdings');
    const { shard, rebuilt } = this.readShard(file, name);
    const sound: Shard = {};
    for (const record of Object.values(shard)) {
      const kept = this.record(record);
      if (!kept) continue;
      sound[kept.reportId] = kept;
      this.sources.need(kept);
    }
    if (this.mend && (rebuilt || JSON.stringify(sound) !== JSON.stringify(shard))) file.write(sound);
    this.diagnosis.reports += Object.keys(sound).length;
  }

  private readShard(file: SealedJsonFile<Shard>, name: string): { shard: Shard; rebuilt: boolean } {
    try {
      const shard = file.read();
      if (shard) return { shard, rebuilt: false };
    } catch (error) {
      if (!(error instanceof ArchiveError) || error.code !== 'damaged') throw error;
      return this.rebuild(file, name, ['shard-damaged', '收录目录的一个分片已损坏']);
    }
    // A shard stays when its last report goes, so one was lost here, or a crash came before the first was written.
    // Beside a writer that may be just about to come.
    if (this.writer !== undefined || listReportFiles(join(this.layout.reports, name)).length === 0)
      return { shard: {}, rebuilt: false };
    return this.rebuild(file, name, ['shard-missing', '收录目录缺少一个分片']);
  }

  private rebuild(file: SealedJsonFile<Shard>, name: string, [code, message]: [Ailment['code'], string]) {
    const shard = shardFromReports(this.files, join(this.layout.reports, name), (id) => this.withdraw(id));
    this.note(code, file.file, message, `已由 ${Object.keys(shard).length} 份年报的文件重建`);
    return { shard, rebuilt: true };
  }

  /** @returns the record as far as it is sound; undefined when the report itself is not */
  private record(record: HoldingRecord): HoldingRecord | undefined {
    const { reportId, version } = record;
    for (const named of [record, ...record.history]) this.name(reportId, named.version);
    const trouble = reportTrouble(this.files, record);
    if (trouble) {
      const what = `${record.agency}${record.year}年的年报${trouble.message}`;
      this.note(trouble.code, this.layout.reportFile(reportId, version), what, '已撤下，请重新收录');
      if (this.mend) this.withdraw(reportId, record);
      return this.mend ? undefined : record;
    }
    const history = record.history.filter((past) => this.past(reportId, past));
    return history.length === record.history.length ? record : { ...record, history };
  }

  private past(reportId: string, { version }: PastVersion): boolean {
    try {
      this.files.load(reportId, version);
      return true;
    } catch (error) {
      if (!(error instanceof ArchiveError) || !['missing', 'damaged'].includes(error.code)) throw error;
      const file = this.layout.reportFile(reportId, version);
      this.note('past-version-lost', file, '一份旧版本不能读取', '已从沿革中去掉');
      if (this.mend && error.code === 'damaged') this.setAside(file);
      return !this.mend;
    }
  }

  private name(reportId: string, version: string): void {
    this.named.add(`${reportId}.${version}`);
    this.diagnosis.versions += 1;
  }

  private withdraw(reportId: string, record?: HoldingRecord): void {
    if (!this.mend) return;
    this.sources.withdraw(record);
    for (const version of this.files.versions(reportId))
      this.setAside(this.layout.reportFile(reportId, version));
  }

  private setAside(file: string, name = basename(file)): void {
    const folder = join(this.layout.folder, 'damaged');
    makeFolder(folder);
    renameSync(file, join(folder, name));
  }

  leftOvers(): void {
    for (const { file, what } of leftOvers(this.layout, this.named)) {
      this.note('left-over', file, what, '已删除');
      if (this.mend) rmSync(file, { force: true });
    }
  }

  keptSources(): void {
    this.sources.look({ spare: this.writer === undefined });
    this.diagnosis.sources = this.sources.sound;
  }

  botRecords(): void {
    const { bot } = this.layout;
    for (const { path, message, mended } of damagedRecords(bot)) {
      const file = join(bot, path);
      const name = `bot-${path.replaceAll(sep, '-')}`;
      this.note('record-damaged', file, message, `已移到 damaged/${name}，${mended}`);
      if (this.mend) this.setAside(file, name);
    }
  }

  /** One that is only behind is no ailment: it is brought up to date at every opening. */
  snapshots(): void {
    for (const file of damagedSnapshots(this.layout.index)) {
      this.note('snapshot-damaged', file, '索引快照已损坏', '已重建');
      if (this.mend) rmSync(file, { force: true });
    }
    if (!this.mend) return;
    const archive = openArchive(this.layout.folder, 'write');
    try {
      archive.saveSnapshots(true);
    } finally {
      archive.close();
    }
  }

  private readonly note: Note = (code, file, message, mended = null) => {
    this.diagnosis.ailments.push({ code, file, message, mended: this.mend ? mended : null });
  };
}
