/** What a run writes into `docs/benchmarks.md`: the section of its profile, the others stay. */
export function withResults(page: string, profile: string, results: string): string {
  const begin = `<!-- ${profile}: written by npm run bench -->`;
  const end = `<!-- end of ${profile} -->`;
  const from = page.indexOf(begin);
  const to = page.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md has no ${begin} … ${end}`);
  return `${page.slice(0, from + begin.length)}\n\n${results}\n\n${page.slice(to)}`;
}
