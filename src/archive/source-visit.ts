import { renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Note } from './diagnosis.ts';
import { ArchiveError } from './errors.ts';
import { type Layout, shardNames } from './layout.ts';
import { type HoldingRecord, sourcesOf } from './record.ts';
import { makeFolder } from './safe-file.ts';
import { listSources, SourceStore } from './source-store.ts';

/** The doctor's way through the kept files, after that through the shards. */
export class SourceVisit {
  /** Files that were found sound. */
  sound = 0;
  private readonly needed = new Set<string>();
  /** Hash → name of a file whose report has been withdrawn. */
  private readonly withdrawn = new Map<string, string>();
  private lost = false;

  constructor(
    private readonly layout: Layout,
    private readonly mend: boolean,
    private readonly note: Note,
  ) {}

  need(record: HoldingRecord): void {
    for (const sha256 of sourcesOf(record)) this.needed.add(sha256);
  }

  /** A report was withdrawn; where its record is lost too nobody knows which file was its own. */
  withdraw(record?: HoldingRecord): void {
    this.lost = true;
    if (record) this.withdrawn.set(record.sha256, `${record.reportId}.${basename(record.file)}`);
  }

  /** @param options.spare whether files that no report needs are looked for */
  look(options: { spare: boolean }): void {
    const store = new SourceStore(this.layout);
    for (const folder of shardNames)
      for (const sha256 of listSources(this.layout, folder)) {
        if (!this.needed.has(sha256)) {
          if (options.spare) this.spare(sha256);
        } else if (isSound(store, sha256)) this.sound += 1;
        else this.damaged(sha256);
      }
  }

  /** The file of a withdrawn report is what it can be taken in from again, so it is set aside, not deleted. */
  private spare(sha256: string): void {
    const file = this.layout.sourceFile(sha256);
    if (!this.lost) {
      this.note('left-over', file, '没有年报引用的原文件', '已删除');
      if (this.mend) rmSync(file, { force: true });
      return;
    }
    const name = this.withdrawn.get(sha256) ?? sha256;
    this.note('left-over', file, '撤下的年报的原文件', `已移到 damaged/${name}，可由它重新收录`);
    if (this.mend) this.setAside(file, name);
  }

  private damaged(sha256: string): void {
    const file = this.layout.sourceFile(sha256);
    this.note(
      'source-damaged',
      file,
      '一份原文件已损坏，年报本身不受影响',
      '已移走，再收录一次原文件即可补上',
    );
    if (this.mend) this.setAside(file, sha256);
  }

  private setAside(file: string, name: string): void {
    const folder = join(this.layout.folder, 'damaged');
    makeFolder(folder);
    renameSync(file, join(folder, name));
  }
}

function isSound(store: SourceStore, sha256: string): boolean {
  try {
    return store.read(sha256) !== undefined;
  } catch (error) {
    if (error instanceof ArchiveError && error.code === 'damaged') return false;
    throw error;
  }
}
