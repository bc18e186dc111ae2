/** The charts of a run. */
import type { SourceName, StageName } from '../../protocol/index.ts';
import { timesAcross, type Chart } from './chart.ts';
import type { History, Moment } from './run-history.svelte.ts';
import { duration, number, percent } from './sentences.ts';
import { SOURCE_NAMES } from './source-names.ts';

/** A rate is that of so many milliseconds before a moment and of such a share of the run, at least: workers answer in batches. */
const [RATE_MS, RATE_SHARE] = [250, 0.1];

const STAGE_NAMES: Readonly<Record<StageName, string>> = {
  generate: 'Generate',
  dedupe: 'Dedupe',
  inline: 'Inline',
  validate: 'Validate',
  score: 'Score',
  rank: 'Rank',
};

export function runCharts(history: History): readonly Chart[] {
  return [bestChart(history), rateChart(history.moments), stageChart(history)];
}

function bestChart({ moments, reached }: History): Chart {
  const { best } = moments[moments.length - 1];
  const sources = (Object.keys(SOURCE_NAMES) as SourceName[]).map((source, look) => ({ source, look }));
  const some = sources.filter(({ source }) => best[source] !== undefined);
  const said = some.map(
    ({ source }) =>
      `${SOURCE_NAMES[source]} ${percent(best[source] ?? 0)} after ${duration(reached[source] ?? 0)}`,
  );
  return {
    title: 'Best score',
    form: 'steps',
    across: timesAcross(moments.map(({ ms }) => ms)),
    up: { most: 1, text: percent },
    lines: some.map(({ source, look }) => ({
      name: SOURCE_NAMES[source],
      look,
      values: moments.map((moment) => moment.best[source] ?? null),
    })),
    summary: `Right cells of the best candidate by generator: ${said.join(', ') || 'none so far'}.`,
  };
}

function rateChart(moments: readonly Moment[]): Chart {
  const made = ratesOf(moments, ({ made }) => made);
  const scored = ratesOf(moments, ({ scored }) => scored);
  const last = moments[moments.length - 1];
  const perSecond = (count: number) => number(Math.round((1000 * count) / Math.max(1, last.ms)));
  return {
    title: 'Candidates a second',
    form: 'line',
    across: timesAcross(moments.map(({ ms }) => ms)),
    up: { most: null, text: (value) => number(Math.round(value)) },
    lines: [
      { name: 'Generated', look: 0, values: made },
      { name: 'Scored', look: 1, values: scored },
    ],
    summary: `Over ${duration(last.ms)}, ${perSecond(last.made)} candidates a second were generated and ${perSecond(last.scored)} scored.`,
  };
}

/** A second, at each moment. */
function ratesOf(moments: readonly Moment[], count: (moment: Moment) => number): (number | null)[] {
  const span = Math.max(RATE_MS, RATE_SHARE * moments[moments.length - 1].ms);
  return moments.map((moment, i) => {
    const since = moments.slice(0, i).findLast(({ ms }) => moment.ms - ms >= span) ?? (i > 0 && moments[0]);
    if (!since || moment.ms === since.ms) return null;
    return (1000 * (count(moment) - count(since))) / (moment.ms - since.ms);
  });
}

function stageChart({ rounds }: History): Chart {
  const sum = (stages: Readonly<Record<StageName, number>>) =>
    Object.values(stages).reduce((all, ms) => all + ms, 0);
  const some = rounds.filter(({ round, stages }) => round !== null || sum(stages) >= 1);
  const all = some.reduce((total, { stages }) => total + sum(stages), 0);
  const names = Object.keys(STAGE_NAMES) as StageName[];
  const said = names.map((name) => {
    const spent = some.reduce((total, { stages }) => total + stages[name], 0);
    return `${STAGE_NAMES[name]} ${percent(all > 0 ? spent / all : 0)}`;
  });
  return {
    title: 'Time by stage',
    form: 'bars',
    across: {
      name: 'Round',
      places: some.map((_, i) => i + 1),
      text: (place) => (some[place - 1] === undefined ? '' : (some[place - 1].round ?? 'after').toString()),
    },
    up: { most: null, text: duration },
    lines: names.map((name, look) => ({
      name: STAGE_NAMES[name],
      look,
      values: some.map(({ stages }) => stages[name]),
    })),
    summary: `Time of the workers by stage: ${all > 0 ? said.join(', ') : 'none so far'}.`,
  };
}
