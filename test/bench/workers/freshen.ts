import { openArchive } from '../../../src/archive/archive.ts';

// FOLDER: snapshots of an older program are made anew, so that no measurement pays for it.
const [folder = ''] = process.argv.slice(2);
const archive = openArchive(folder, 'write');
archive.saveSnapshots(true);
archive.close();
