import { fillArchive } from '../corpus/fill.ts';

// FOLDER COUNT
const [folder = '', count = ''] = process.argv.slice(2);
const filled = await fillArchive(folder, Number(count), () => {});
console.log(JSON.stringify(filled));
