import { fillArchive } from '../corpus/fill.ts';

// FOLDER COUNT [SMALLER]: tells its progress on standard error.
const [folder = '', count = '', smaller] = process.argv.slice(2);
const tell = (done: number) => process.stderr.write(`\r${done.toLocaleString('en')} reports `);
console.log(JSON.stringify(await fillArchive(folder, Number(count), smaller, tell)));
process.stderr.write('\r');
