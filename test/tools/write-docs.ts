import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checks } from '../../src/audit/checks/all.ts';
import { checksPage } from '../../src/audit/checks-page.ts';
import { packageRoot } from '../../src/package-root.ts';

// npm run docs: the pages that are generated from the program itself.
writeFileSync(join(packageRoot, 'docs', 'checks.md'), checksPage(checks));
