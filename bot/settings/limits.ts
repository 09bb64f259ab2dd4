import { defaultLimits, type Limits } from '../../src/ingest/limits.ts';
import { setting, whole } from './setting.ts';

const MB = 1024 * 1024;

/** What reading one file may cost; beyond it the file is refused. */
export const limitSettings = {
  fileMegabytes: setting(
    'NIANBAO_FILE_MB',
    defaultLimits.fileBytes / MB,
    whole(1),
    '一个文件最大多少 MB，压缩包里的文件也算，超过不收',
  ),
  filePages: setting('NIANBAO_FILE_PAGES', defaultLimits.pages, whole(1), '一份 PDF 最多多少页，超过不收'),
  fileSeconds: setting(
    'NIANBAO_FILE_SECONDS',
    defaultLimits.milliseconds / 1000,
    whole(1),
    '读一个文件最多用多少秒，超过就停止，不收',
  ),
  fileMemory: setting(
    'NIANBAO_FILE_MEMORY_MB',
    defaultLimits.memoryMegabytes,
    whole(64),
    '读一个文件最多用多少 MB 内存，超过就停止，不收',
  ),
  zipDepth: setting('NIANBAO_ZIP_DEPTH', defaultLimits.zipDepth, whole(1), 'ZIP 里再套 ZIP 最多几层'),
  zipMegabytes: setting(
    'NIANBAO_ZIP_MB',
    defaultLimits.zipBytes / MB,
    whole(1),
    '一个 ZIP 解压后一共最大多少 MB',
  ),
  zipFiles: setting('NIANBAO_ZIP_FILES', defaultLimits.zipMembers, whole(1), '一个 ZIP 里最多多少个文件'),
  zipRatio: setting(
    'NIANBAO_ZIP_RATIO',
    defaultLimits.zipRatio,
    whole(1),
    'ZIP 和 DOCX 里的文件解压后最多是压缩时的多少倍（不到 1 MB 的不限）',
  ),
  htmlDepth: setting('NIANBAO_HTML_DEPTH', defaultLimits.htmlDepth, whole(1), '网页标签最多嵌套多少层'),
  tableCells: setting(
    'NIANBAO_TABLE_CELLS',
    defaultLimits.gridCells,
    whole(1),
    '一张表最多多少格，合并的格按所占的格数计',
  ),
} as const;

/** As the reader of files takes them. */
export function limitsOf(settings: Record<keyof typeof limitSettings, number>): Limits {
  return {
    fileBytes: settings.fileMegabytes * MB,
    pages: settings.filePages,
    milliseconds: settings.fileSeconds * 1000,
    memoryMegabytes: settings.fileMemory,
    zipDepth: settings.zipDepth,
    zipBytes: settings.zipMegabytes * MB,
    zipMembers: settings.zipFiles,
    zipRatio: settings.zipRatio,
    htmlDepth: settings.htmlDepth,
    gridCells: settings.tableCells,
  };
}
