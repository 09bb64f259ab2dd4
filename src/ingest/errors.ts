import type { Place } from '../model/document.ts';

/** Why a file is refused: the code is stable, the sentence is what a person reads. */
export const refusals = {
  empty: '文件是空的，没有任何内容',
  'too-large': '文件超过大小上限',
  'unsupported-format': '不支持的文件格式，可读取的格式是 PDF、DOCX、DOC、HTML、Markdown、TXT 和 ZIP',
  'not-a-report': '内容不是政府信息公开工作年度报告',
  'no-agency': '读不出这份年度报告是哪个机关的',
  'no-year': '读不出这份年度报告是哪一年的',
  'several-reports': '一个文件里有几份年度报告',
  'no-text-layer': '文件是扫描件或图片，没有文字层，无法读取',
  encrypted: '文件有密码保护，无法打开',
  damaged: '文件已损坏，无法打开',
  unreadable: '无法读取该文件',
  timeout: '读取文件用时超过上限，已停止',
  memory: '读取文件占用内存超过上限，已停止',
  'too-many-pages': '页数超过上限',
  'too-deep': '网页标签嵌套层数超过上限',
  'too-complex': '文件内部对象数量超过上限',
  'zip-bomb': '压缩包解压后的大小超过上限',
  'zip-depth': '压缩包嵌套层数超过上限',
  'zip-members': '压缩包内文件数量超过上限',
  'zip-empty': '压缩包内没有可以读取的文件',
  crashed: '读取文件的进程意外中止',
  internal: '程序处理该文件时出错',
} as const;

export type RefusalCode = keyof typeof refusals;

export interface Refusal {
  code: string;
  /** Chinese, one sentence that names the cause. */
  message: string;
}

/** A file that cannot be read as a report; nothing of it has been kept. */
export class IngestError extends Error {
  constructor(
    readonly code: RefusalCode,
    /** What exactly, for people: `文件 61 MB，上限 50 MB`. */
    detail?: string,
    options?: { cause?: unknown; place?: Place },
  ) {
    super(detail ? `${refusals[code]}（${detail}）` : refusals[code], { cause: options?.cause });
    this.name = 'IngestError';
    this.place = options?.place;
  }
  readonly place: Place | undefined;
}

/**
 * The refusal of anything that was thrown while one file was read. Errors that carry one of our codes speak for
 * themselves; anything else is a fault of the program, told with its own words so that it can be reported.
 */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Error) {
    const code = 'code' in error ? error.code : undefined;
    if (typeof code === 'string' && code in refusals) return { code, message: error.message };
    return { code: 'internal', message: `${refusals.internal}（${error.name}: ${error.message}）` };
  }
  return { code: 'internal', message: `${refusals.internal}（${String(error)}）` };
}
