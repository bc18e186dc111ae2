/** Milliseconds of work of this process since it began: what other programs take of a busy machine does not count. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
