import { yearOf } from './dates.ts';
import { nameIn } from './names.ts';
import { titleIn } from './title.ts';

/** What the name of a file tells: agency and year, if any. */
export function readFileName(fileName: string): { name: string | undefined; year: number | undefined } {
  const base = (fileName.split(/[/\\!]/).at(-1) ?? '').replace(/\.[A-Za-z\d]{1,8}$/, '');
  const year = /(?<!\d)(20[0-4]\d)(?!\d)/.exec(base)?.[1];
  const title = titleIn([base.replace(/[-_ ]/g, '')]);
  const name = title?.name ?? nameIn(base.replace(/(?<!\d)20[0-4]\d(?!\d)年?度?|[-_ \d]+/g, ''));
  return { name, year: title?.year ?? (year ? yearOf(year) : undefined) };
}
