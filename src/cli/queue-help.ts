/** What `--help` says of the queue; apart from it, so that only who uses the queue loads the database's driver. */
export const QUEUE_HELP = `batt queue add --db URL --name NAME --tasks FILE.json (--seconds S | --fuel N) [options]
batt queue work --db URL [--workers N] [--wait] [--lease S]
batt queue status --db URL [--name NAME] [--json] [--watch]
batt queue collect --db URL --name NAME --out DIR [--submission FILE]
batt queue cancel --db URL --name NAME
batt queue retry --db URL --name NAME

A sweep on any number of machines; what they share is a PostgreSQL database. URL is like postgres://user@host/database;
without --db the variables PGHOST, PGUSER, PGPASSWORD and so on count. A password is better there than in a URL, which
other users of the machine can see. The tables are made by the first add.

  add       puts a sweep in: --solvers FILE.py and mutations of them, or with --search a search from nothing; further
            --seed, --rounds, --per-round, --leave-own-out and --solutions as sweep has them. With --fuel alone a task
            gives the same on every machine; with --seconds what is found in time hangs on the machine
  work      does tasks until nothing is left, or with --wait until it is stopped. The tasks of a program that is silent
            for longer than its --lease (30 seconds) are done by others. A program of another engine version refuses
  status    done, running and failed tasks, the rate, the time left, and who works on what
  collect   writes DIR as a sweep on one machine does; while work goes on, what there is
  cancel    takes out what is open; what is at work is finished
  retry     tasks that were given up after 3 lost workers, or cancelled, are to do again
`;
