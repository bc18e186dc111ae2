import { describe, expect, test } from 'vitest';
import { calculated, played, type Course, type Fleet } from '../bench/fleet.ts';

const FLEET: Fleet = {
  ...{ machines: 60, threads: 8, tasks: 30_000, seconds: 60, spread: 1, lease: 30 },
  ...{ lives: 7200, absent: 300 },
};

/** The means over so many courses. */
function mean(fleet: Fleet, count = 12): Course {
  const courses = Array.from({ length: count }, (_, i) => played(fleet, i + 1));
  const of = (key: keyof Course): number => courses.reduce((sum, course) => sum + course[key], 0) / count;
  return {
    ...{ makespan: of('makespan'), lost: of('lost'), givenUp: of('givenUp') },
    ...{ waste: of('waste'), silence: of('silence'), tail: of('tail') },
  };
}

/** How far apart two figures are, as a part of the second. */
const off = (one: number, other: number): number => Math.abs(one / other - 1);

describe('a fleet that is played through goes as calculated', () => {
  test.each([
    ['machines that die every two hours', FLEET],
    ['short tasks, all alike', { ...FLEET, seconds: 20, spread: 0.2 }],
    ['a long lease and few threads', { ...FLEET, lease: 300, threads: 2, tasks: 20_000 }],
  ])('%s', (_, fleet) => {
    const [play, calc] = [mean(fleet), calculated(fleet)];
    expect(off(play.lost, calc.lost)).toBeLessThan(0.06);
    expect(off(play.waste, calc.waste)).toBeLessThan(0.12);
    expect(off(play.silence, calc.silence)).toBeLessThan(0.02);
    expect(off(play.makespan - play.tail, calc.makespan - calc.tail)).toBeLessThan(0.03);
    // Deaths make the tail longer still: what dies there begins anew when nothing else is left.
    expect(play.tail).toBeGreaterThan(0.8 * calc.tail);
  });

  test.each([0.2, 0.5, 1])('the tail, where nothing dies and times are spread by %d', (spread) => {
    const fleet = { ...FLEET, tasks: 4000, lives: 1e12, spread };
    expect(off(mean(fleet, 60).tail, calculated(fleet).tail)).toBeLessThan(0.15);
  });

  test('few tasks are given up by bad luck: fewer than the bound, and some where machines die all the time', () => {
    const fleet = { ...FLEET, lives: 1800 };
    const [play, bound] = [mean(fleet).givenUp, calculated(fleet).givenUp];
    expect(play).toBeGreaterThan(0);
    expect(play).toBeLessThan(bound);
  });

  test('nothing is lost where nothing dies, and nothing is done twice', () => {
    const course = played({ ...FLEET, lives: 1e12 }, 1);
    expect(course).toMatchObject({ lost: 0, givenUp: 0, waste: 0 });
  });

  test('equal seeds give equal courses', () => {
    expect(played(FLEET, 7)).toEqual(played(FLEET, 7));
    expect(played(FLEET, 7)).not.toEqual(played(FLEET, 8));
  });
});
