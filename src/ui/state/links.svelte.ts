/** The address of the page: what it asks for when the page opens, and the link that Share writes there. */
import { addressOf, addressOfNothing, isLink, readQuery } from '../../host/share/address.ts';
import { makeLink, openLink, taskForLink, type LinkContent } from '../../host/share/share.ts';
import { refOf } from '../../host/library/task-ref.ts';
import { STARTER } from '../../host/tasks/starter.ts';
import { isSameTask, nameTask, type NamedTask } from '../../host/tasks/named-task.ts';
import type { Bench } from './bench.svelte.ts';
import type { Playground } from './playground.svelte.ts';
import { copyText } from './save-file.ts';
import { forceTheme } from './theme.ts';

export class Links {
  /** The read-and-run view; null for the whole page. */
  readonly embed = readQuery(location.search).embed;
  /** The address that Share made last; '' before. */
  address = $state('');
  /** What became of it, in a sentence. */
  status = $state('');
  copied = $state(false);

  private readonly page: Playground;
  /** The task that the address is about. */
  private about: NamedTask | null = null;

  constructor(page: Playground) {
    this.page = page;
    if (this.embed?.theme) forceTheme(this.embed.theme);
  }

  // ---- out

  /** Makes the link of what is on the bench, writes it to the address bar and copies it. */
  async share(): Promise<void> {
    const { bench } = this.page;
    if (!bench) return;
    this.address = '';
    this.copied = false;
    this.status = 'Making the link …';
    const made = await this.make(bench);
    if (!made.ok) {
      this.status = made.why;
      return;
    }
    this.address = made.address;
    this.about = bench.named;
    history.replaceState(null, '', made.address);
    await this.copy();
  }

  async copy(): Promise<void> {
    this.copied = await copyText(this.address);
    this.status = this.copied
      ? 'Link copied'
      : 'The browser did not let the link be copied: take it from here.';
  }

  async make({
    named,
    solver,
    pair,
  }: Bench): Promise<{ ok: true; address: string } | { ok: false; why: string }> {
    const content: LinkContent = {
      task: taskForLink(named.id, named.dataset, named.task, named.dataset === STARTER),
      solver: solver.empty ? null : solver.text,
      view: { pair: pair === 0 ? null : pair, step: null, form: null, theme: null },
    };
    const made = await makeLink(content, this.page.desk);
    if (made.ok) return { ok: true, address: addressOf(location.href, made.value) };
    const { path, message } = made.fault;
    const place = /^solver:(\d+):(\d+)$/.exec(path);
    const where = place ? `The solver cannot be sent yet: line ${place[1]}, column ${place[2]}: ` : '';
    return { ok: false, why: `${where}${message}` };
  }

  /** A link that is about another task than the one on the bench must not stay in the address. */
  leave(named: NamedTask): void {
    if (this.about === null || this.about === named) return;
    this.about = null;
    history.replaceState(null, '', addressOfNothing(location.href));
  }

  // ---- in

  /** Opens what the address asks for. */
  async openAddress(): Promise<void> {
    if (isLink(location.hash)) return this.openHash(location.hash);
    const { task } = readQuery(location.search);
    if (task === null) return;
    const named = await this.taskNamed(task.id, task.dataset);
    if (named) this.show(named);
    else this.missing(task.id, task.dataset);
  }

  /** Nothing starts, nothing is stored, and nothing that somebody wrote is replaced without asking. */
  async openHash(hash: string): Promise<void> {
    const read = await openLink(hash, this.page.desk);
    if (read === null) return;
    if (!read.ok) {
      this.page.notices.tell('bad', read.fault.message);
      return;
    }
    const { task, solver, view } = read.value;
    const named = task === null ? (this.page.bench?.named ?? null) : await this.taskOf(task);
    if (task?.kind === 'known' && named === null) {
      this.missing(task.id, task.dataset, hash);
      return;
    }
    if (view.theme) forceTheme(view.theme);
    const shown = named ?? this.page.tasks[0];
    if (!shown) return;
    this.show(shown);
    const { bench } = this.page;
    if (!bench) return;
    if (view.pair !== null) bench.pair = Math.min(view.pair, shown.pairs.length - 1);
    if (solver !== null) await this.place(bench, solver);
  }

  /** Puts a solver from elsewhere into the editor; what the user wrote there goes only by their own hand. */
  async place(bench: Bench, source: string, from = 'link'): Promise<void> {
    await this.page.settled(bench);
    const { solver, named } = bench;
    if (bench.draft === source) bench.draft = null;
    if (solver.text === source) return;
    if (solver.empty || solver.automatic) {
      solver.write(source);
      return;
    }
    this.page.notices.tell(
      'warn',
      `The ${from} brings a solver for ${named.title}. Yours is still in the editor.`,
      {
        label: `Open the ${from}’s`,
        run: () => {
          const mine = solver.text;
          this.page.open(named);
          solver.write(source);
          this.page.notices.tell('info', 'Your solver was replaced.', {
            label: 'Take it back',
            run: () => solver.write(mine),
          });
        },
      },
    );
  }

  private show(named: NamedTask): void {
    this.about = null;
    this.page.open(named);
    this.about = named;
  }

  private async taskOf(task: NonNullable<LinkContent['task']>): Promise<NamedTask | null> {
    if (task.kind === 'known') return this.taskNamed(task.id, task.dataset);
    const same = this.page.tasks.find(
      ({ id, task: known }) => id === task.id && isSameTask(known, task.task),
    );
    if (same) return same;
    const taken = this.page.tasks.some(({ id, dataset }) => id === task.id && dataset === '');
    const named = nameTask(taken ? this.page.freeId(task.id) : task.id, task.task, 'from a link');
    this.page.addTasks([named], { keep: false });
    return named;
  }

  private async taskNamed(id: string, dataset: string): Promise<NamedTask | null> {
    const key = this.page.datasets.find(dataset)?.set.key ?? dataset;
    const find = () =>
      this.page.tasks.find((named) => named.id === id && (dataset === '' || refOf(named).set === key)) ??
      null;
    const found = find();
    if (found) return found;
    await this.page.datasets.restore();
    return find();
  }

  private missing(id: string, dataset: string, hash = ''): void {
    const state = this.page.datasets.find(dataset);
    if (!state) {
      const set = dataset === '' ? '' : ` of ${dataset}`;
      this.page.notices.tell(
        'bad',
        `There is no task ${id}${set} here. Open its file, or load its data set under Tasks.`,
      );
      return;
    }
    this.page.notices.tell('warn', `The task ${id} is of ${state.set.name}, which is not loaded.`, {
      label: 'Load it',
      run: () => {
        this.page.dialog = 'tasks';
        void this.page.datasets.load(state).then((here) => {
          if (!here) return;
          if (hash !== '') return this.openHash(hash);
          const named = this.page.tasks.find((task) => task.id === id && task.dataset === state.set.key);
          if (named) this.show(named);
          else this.page.notices.tell('bad', `There is no task ${id} in ${state.set.name}.`);
        });
      },
    });
  }
}
