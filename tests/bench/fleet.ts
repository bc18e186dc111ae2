/**
 * A fleet of machines at work on a queue: once by formulas, once played through event by event. docs/scale.md plans with
 * the formulas; the play tells whether they hold. Times are in seconds.
 */
import { Random } from '../../src/core/random.ts';
import { PriorityQueue } from '../../src/host/pool/queue.ts';

export interface Fleet {
  readonly machines: number;
  /** Tasks at a time on each. */
  readonly threads: number;
  readonly tasks: number;
  /** Mean of a task; the logarithm of its time is spread by `spread` around that of its median. */
  readonly seconds: number;
  readonly spread: number;
  /** Silence after which a machine is given up. */
  readonly lease: number;
  /** Mean time between two deaths of a machine, and from a death until its successor works. */
  readonly lives: number;
  readonly absent: number;
}

export interface Course {
  /** From the first task to the last result. */
  readonly makespan: number;
  /** Attempts that died with their machines. */
  readonly lost: number;
  /** Tasks that three machines died of, by no fault of theirs. */
  readonly givenUp: number;
  /** Share of all working time that was for nothing. */
  readonly waste: number;
  /** Mean time from a death until its tasks may be taken again. */
  readonly silence: number;
  /** Time in which fewer tasks were left than there are threads. */
  readonly tail: number;
}

/** Losses after which a task is given up, and beats a lease, as the queue has them. */
const MOST_LOSSES = 3;
const BEATS = 3;

/** What is to be expected. */
export function calculated(fleet: Fleet): Course {
  const { machines, threads, tasks, seconds, spread, lease, lives, absent } = fleet;
  /** The mean of the k-th power of a task's time, in those of the mean time. */
  const moment = (k: number): number => Math.exp((spread ** 2 * (k * k - k)) / 2);
  const death = seconds / lives;
  // A task of t seconds costs e^(t/lives) - 1 attempts on average, each half done.
  const lost = tasks * (death + (death ** 2 * moment(2)) / 2);
  const waste = (death * moment(2)) / 2;
  // All of three attempts die: (1 - e^(-t/lives))^3, which is less than (t/lives)^3.
  const givenUp = tasks * death ** MOST_LOSSES * moment(MOST_LOSSES);
  // The last sign of life was half a beat ago; of many programs that look, one looks soon.
  const silence = lease - lease / BEATS / 2;
  // What is at work when the last task is given out has half of its time to go, long tasks being met more often.
  const slots = machines * threads;
  const rest = (seconds * moment(2)) / 2;
  const tail = longestRest(seconds, spread, EARLIEST_OF_MANY / slots);
  const makespan = (tasks * seconds * (1 + waste)) / (slots * (lives / (lives + absent))) - rest + tail;
  return { makespan, lost, givenUp, waste, silence, tail };
}

/** The largest of many draws is exceeded by so many of them, on average (e to the power of minus Euler's constant). */
const EARLIEST_OF_MANY = 0.5615;

/** What a share `p` of the tasks at work still takes, or more. */
function longestRest(mean: number, spread: number, p: number): number {
  const middle = Math.log(mean) - spread ** 2 / 2;
  const share = (time: number): number => {
    const z = (middle - Math.log(time)) / spread;
    return normalShare(z + spread) - (time / mean) * normalShare(z);
  };
  let [low, high] = [mean * 1e-6, mean * 1e6];
  for (let i = 0; i < 100; i++) {
    const between = Math.sqrt(low * high);
    if (share(between) > p) low = between;
    else high = between;
  }
  return low;
}

/** The share of a normal distribution below `z`, from the density in steps. */
function normalShare(z: number): number {
  const from = -12;
  const steps = 2000;
  const step = (Math.min(12, Math.max(from, z)) - from) / steps;
  let sum = 0;
  for (let i = 0; i < steps; i++) sum += Math.exp(-((from + (i + 0.5) * step) ** 2) / 2);
  return (sum * step) / Math.sqrt(2 * Math.PI);
}

interface Task {
  readonly seconds: number;
  losses: number;
}

type Event =
  | { readonly kind: 'finish'; readonly machine: number; readonly life: number; readonly task: Task }
  | { readonly kind: 'death'; readonly machine: number }
  | { readonly kind: 'birth'; readonly machine: number }
  | { readonly kind: 'back'; readonly tasks: readonly Task[] };

/** Plays it through. Equal seeds give equal courses. */
export function played(fleet: Fleet, seed: number): Course {
  const { machines, threads, tasks, seconds, spread, lease, lives, absent } = fleet;
  const random = new Random(seed);
  const exponential = (mean: number): number => -mean * Math.log(1 - random.real());
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - random.real())) * Math.cos(2 * Math.PI * random.real());
  const median = seconds * Math.exp(-(spread ** 2) / 2);
  const events = new PriorityQueue<{ readonly at: number; readonly event: Event }>(Infinity);
  const plan = (at: number, event: Event): void => void events.push({ at, event }, -at);

  /** Those that were given back, before the others. */
  const back: Task[] = [];
  let drawn = 0;
  const next = (): Task | undefined => {
    const returned = back.shift();
    if (returned !== undefined || drawn >= tasks) return returned;
    drawn++;
    return { seconds: median * Math.exp(spread * normal()), losses: 0 };
  };

  const life = Array.from({ length: machines }, () => 0);
  const alive = Array.from({ length: machines }, () => true);
  const atWork = Array.from({ length: machines }, () => new Map<Task, number>());
  /** Machines that have a free thread and found nothing. */
  const hungry = new Set<number>();
  let [now, over, lost, givenUp, spent, wasted, silence, deaths] = [0, 0, 0, 0, 0, 0, 0, 0];
  let tailFrom = Infinity;

  const feed = (machine: number): void => {
    const own = atWork[machine];
    while (own.size < threads) {
      const task = next();
      if (task === undefined) return void hungry.add(machine);
      own.set(task, now);
      plan(now + task.seconds, { kind: 'finish', machine, life: life[machine], task });
    }
    hungry.delete(machine);
  };
  for (let machine = 0; machine < machines; machine++) {
    plan(exponential(lives), { kind: 'death', machine });
    feed(machine);
  }
  while (over < tasks) {
    const { at, event } = events.shift() as { at: number; event: Event };
    now = at;
    if (event.kind === 'finish') {
      const { machine, task } = event;
      if (event.life !== life[machine] || !alive[machine]) continue;
      atWork[machine].delete(task);
      spent += task.seconds;
      over++;
      feed(machine);
    } else if (event.kind === 'death') {
      const { machine } = event;
      const own = atWork[machine];
      const returned: Task[] = [];
      for (const [task, since] of own) {
        lost++;
        wasted += now - since;
        if (++task.losses < MOST_LOSSES) returned.push(task);
        else {
          givenUp++;
          over++;
        }
      }
      own.clear();
      alive[machine] = false;
      hungry.delete(machine);
      life[machine]++;
      // Its last beat was up to a beat ago; of all who look, one looks soon.
      const until = lease - (random.real() * lease) / BEATS + (random.real() * lease) / BEATS / machines;
      silence += until;
      deaths++;
      if (returned.length > 0) plan(now + until, { kind: 'back', tasks: returned });
      plan(now + absent, { kind: 'birth', machine });
    } else if (event.kind === 'birth') {
      alive[event.machine] = true;
      plan(now + exponential(lives), { kind: 'death', machine: event.machine });
      feed(event.machine);
    } else {
      back.push(...event.tasks);
      for (const machine of [...hungry]) if (back.length > 0) feed(machine);
    }
    if (drawn >= tasks && back.length === 0) tailFrom = Math.min(tailFrom, now);
  }
  return {
    makespan: now,
    lost,
    givenUp,
    waste: wasted / (spent + wasted),
    silence: deaths === 0 ? 0 : silence / deaths,
    tail: now - tailFrom,
  };
}
