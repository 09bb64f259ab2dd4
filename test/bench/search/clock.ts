/**
 * The processor time this process has used, in milliseconds, that of its helper threads (garbage collection,
 * compilation) included. On a quiet machine it is what a clock shows or more; on a busy one it is still the same.
 */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
