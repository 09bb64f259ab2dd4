import { type Report, type Score, scoreDialogues, scoreQuestions } from './score.ts';

const percent = ({ right, all }: Score) =>
  all === 0 ? '–'.padStart(16) : `${right}/${all} ${((100 * right) / all).toFixed(1)} %`.padStart(16);

const print = (line: string) => process.stdout.write(`${line}\n`);

function show(title: string, report: Report): void {
  print(`\n${title.padEnd(16)}${'tuned'.padStart(16)}${'held out'.padStart(16)}`);
  for (const [kind, score] of [...report.byKind].sort())
    print(`${kind.padEnd(16)}${percent(score.tuned)}${percent(score.heldOut)}`);
  print(`${'all'.padEnd(16)}${percent(report.tuned)}${percent(report.heldOut)}`);
  print(
    `wrong agency: ${report.wrongAgency.length} · figure for what must not be answered: ${report.wrongFigure.length}`,
  );
  for (const { line, wrong } of report.failures) print(`  ${line.question}\n    ${wrong.join('; ')}`);
}

show('questions', scoreQuestions());
show('dialogues', scoreDialogues());
