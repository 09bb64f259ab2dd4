/**
 * npm run bench:search [-- SIZE…]     (default 50000 200000 500000)
 *
 * Search over generated passages, beside SQLite FTS5, plain MiniSearch, FlexSearch and Orama on the same terms and
 * the same 200 queries. Prints Markdown; progress goes to standard error. Part of `npm run bench`.
 */
import { measurePeers } from '../peers.ts';
import { full } from '../profiles.ts';
import { summary } from '../summary.ts';

const sizes = process.argv.slice(2).map(Number);
const { figures, tables } = measurePeers(sizes.length > 0 ? sizes : full.passages, false);
console.log(`${summary([{ question: 'peers', figures, load: '' }])}\n\n${tables}`);
