/** One order to a process of its own: both ends of it. The child's file stands beside the bundled bench. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Starts the file, hands it the order, and waits for its one answer. */
export function askFresh<Order extends object, Answer>(file: string, order: Order): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL(`./${file}.js`, import.meta.url)), {
      serialization: 'advanced',
    });
    child.once('message', (answer) => resolve(answer as Answer));
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${String(code)} and no answer`)));
    child.send(order);
  });
}

/** To be called once, by the child. */
export function answerOnce<Order, Answer>(work: (order: Order) => Promise<Answer>): void {
  process.once('message', (order) => {
    void work(order as Order)
      .then((answer) => process.send?.(answer))
      .finally(() => process.disconnect());
  });
}
