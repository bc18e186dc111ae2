import { describe, expect, test } from 'vitest';
import { Supervisor } from '../../src/host/pool/supervisor.ts';
import { puppets, tick } from '../support/puppets.ts';

describe('supervisor', () => {
  test('a worker that dies settles its question as a crash and is replaced', async () => {
    const { hire, strings } = puppets();
    const supervisor = new Supervisor(hire);
    const first = supervisor.ask((api) => api.ask('one'), 1000);
    await tick();
    strings.die[0]?.('out of memory');
    expect(await first).toEqual({ ok: false, tag: 'crash', why: 'out of memory' });
    const second = supervisor.ask((api) => api.ask('two'), 1000);
    await tick();
    strings.asked[1]?.answer('2');
    expect(await second).toEqual({ ok: true, value: '2' });
    expect(supervisor.lost).toBe(1);
  });

  test('a deadline terminates the worker; its late answer is dropped', async () => {
    const { hire, strings } = puppets();
    const supervisor = new Supervisor(hire);
    const late = supervisor.ask((api) => api.ask('slow'), 10);
    expect(await late).toMatchObject({ ok: false, tag: 'deadline' });
    expect(strings.terminated).toBe(1);
    const next = supervisor.ask((api) => api.ask('next'), 1000);
    await tick();
    strings.asked[0]?.answer('late');
    strings.asked[1]?.answer('in time');
    expect(await next).toEqual({ ok: true, value: 'in time' });
  });

  test('the death of a worker that was replaced does not touch its successor', async () => {
    const { hire, strings } = puppets();
    const supervisor = new Supervisor(hire);
    const first = supervisor.ask((api) => api.ask('one'), 1000);
    await tick();
    supervisor.stop();
    expect(await first).toMatchObject({ tag: 'stopped' });
    const second = supervisor.ask((api) => api.ask('two'), 1000);
    await tick();
    strings.die[0]?.('exit');
    strings.asked[1]?.answer('2');
    expect(await second).toEqual({ ok: true, value: '2' });
    expect(supervisor.lost).toBe(0);
  });

  test('a question that was lost with its worker is put again as often as is said, and nobody comes between', async () => {
    const { hire, strings } = puppets();
    const supervisor = new Supervisor(hire);
    const asked = supervisor.ask((api) => api.ask('one'), 1000, 2);
    await tick();
    strings.die[0]?.('gone');
    for (let i = 0; i < 5; i++) await Promise.resolve().then(() => expect(supervisor.busy).toBe(true));
    await tick();
    strings.asked[1]?.answer('1');
    expect(await asked).toEqual({ ok: true, value: '1' });
    expect(supervisor.busy).toBe(false);

    const lost = supervisor.ask((api) => api.ask('two'), 1000, 2);
    await tick();
    strings.die[1]?.('gone');
    await tick();
    strings.die[2]?.('gone again');
    expect(await lost).toEqual({ ok: false, tag: 'crash', why: 'gone again' });

    const stopped = supervisor.ask((api) => api.ask('three'), 1000, 2);
    await tick();
    supervisor.stop();
    expect(await stopped).toMatchObject({ tag: 'stopped' });
    expect([supervisor.busy, strings.asked.length]).toEqual([false, 5]);
  });

  test('an error that reaches the proxy is told as data', async () => {
    const { hire, strings } = puppets();
    const asked = new Supervisor(hire).ask((api) => api.ask('one'), 1000);
    await tick();
    strings.asked[0]?.fail(new Error('no such method'));
    expect(await asked).toEqual({ ok: false, tag: 'crash', why: 'no such method' });
  });
});
