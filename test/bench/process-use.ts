import { readFileSync } from 'node:fs';

/** The kernel counts processor time in these. */
const TICK_MS = 10;

/** Processor time in milliseconds and resident bytes of another process; Linux only. */
export function useOf(pid: number): { processor: number; resident: number } {
  const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return { processor: ticks(String(pid), 11), resident: Number(resident) * 1024 };
}

/** Processor time in milliseconds of all children of this process that have ended. */
export function childrenTime(): number {
  return ticks('self', 13);
}

/** User and system time stand side by side in `stat`; the columns are counted behind the program's name. */
function ticks(process: string, column: number): number {
  const stat = readFileSync(`/proc/${process}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[column]) + Number(fields[column + 1])) * TICK_MS;
}
