/** The part of a page that a program writes, replaced; all else stays. @throws {Error} when the page has no such part */
export function withSection(page: string, name: string, text: string): string {
  const begin = `<!-- ${name}: written by a program -->`;
  const end = `<!-- end of ${name} -->`;
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`the page has no ${begin} … ${end}`);
  return `${page.slice(0, from + begin.length)}\n\n${text}\n\n${page.slice(to)}`;
}
