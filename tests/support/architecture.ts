import ts from 'typescript';

/**
 * Reads the imports out of source files and holds them against the layers. Pure: a list of files in, a list of
 * faults out, so that the test can plant a fault and see it found.
 */

export type Source = { path: string; text: string };

/** value: there at run time. type: gone after compiling. worker: starts a file in another realm. */
export type Edge = { from: string; line: number; spec: string; kind: 'value' | 'type' | 'worker' };

// ---- layers -------------------------------------------------------------------------------------------------

/** Inside src/core a layer imports itself and those to its left. The first four know nothing of values. */
const order = [
  ...['group', 'random', 'task', 'formats', 'starter', 'values', 'dsl', 'lang', 'service', 'share', 'engine'],
  ...['search', 'pipeline', 'inspection'],
];

/** Which area a file lies in; undefined means that nobody has said what may be there. */
export function areaOf(path: string): string | undefined {
  if (/^workers\//.test(path)) return 'workers';
  if (/^src\/[^/]+$/.test(path)) return 'main'; // src/main.ts and ambient declarations
  const [, area, layer] = /^src\/([^/]+)\/([^/]+)/.exec(path) ?? [];
  if (area !== 'core') return ['arena', 'protocol', 'host', 'ui', 'cli'].includes(area) ? area : undefined;
  const name = layer.replace(/\.ts$/, '');
  return order.includes(name) ? `core/${name}` : undefined;
}

const isCore = (area: string) => area.startsWith('core/');

/** May a file in area `from` have an import of this kind of the file `target`, which lies in area `to`? */
function allowed(from: string, to: string, target: string, kind: Edge['kind']): boolean {
  if (from === to) return true;
  if (kind === 'worker') return from === 'host' && to === 'workers';
  if (to === 'workers' && target.endsWith('.worker.ts')) return false; // worker files are started, never imported
  if (isCore(from)) {
    if (!isCore(to)) return false;
    return order.indexOf(to.slice(5)) < order.indexOf(from.slice(5));
  }
  switch (from) {
    case 'protocol':
      return isCore(to) && kind === 'type';
    case 'host':
      if (to === 'core/group') return true;
      // The pipeline's driver, the joining of a search's tracks and the formats of files run in the tab as well; the engine does not.
      if (/^src\/core\/pipeline\/(run|joined|sweep[\w-]*)\.ts$/.test(target)) return true;
      if (to === 'core/task' || to === 'core/formats') return true;
      // Loaded later, to score here what takes less than a frame; tests/bundle holds it out of what loads first.
      if (target === 'workers/near.ts') return true;
      return to === 'protocol' || (isCore(to) && kind === 'type');
    case 'ui':
      return to === 'host' || to === 'protocol' || to === 'core/group';
    case 'main':
      return to === 'ui' || to === 'host' || to === 'protocol';
    case 'workers':
      // Files are read beside the tab as well.
      return isCore(to) || to === 'protocol' || target === 'src/host/tasks/reader.ts';
    case 'cli':
      // The pool is told how to start a worker, so it supervises threads as well; files are read alike.
      return (
        isCore(to) ||
        to === 'protocol' ||
        /^src\/host\/(datasets|pool|tasks)\//.test(target) ||
        target === 'workers/engine.ts' ||
        target === 'workers/arena.ts'
      );
    default:
      return false;
  }
}

/** Pure packages that the core may use beside the parser: finding a JSON fault, compression. */
const CORE_PACKAGES = ['jsonc-parser', 'fflate'];

/** Packages: the core knows only those and the parser, Node is for the command line, the editor and the database sit behind one adapter each. */
function packageAllowed(from: string, path: string, name: string): boolean {
  if (from === 'arena') return false;
  if (isCore(from)) return /^@lezer\//.test(name) || CORE_PACKAGES.includes(name);
  if (/^node:/.test(name)) return from === 'cli';
  if (/^pg(-boss)?$/.test(name)) return path.startsWith('src/cli/queue/');
  if (/^monaco-editor(\/|$)/.test(name)) return path.startsWith('src/ui/editor/');
  if (/^uplot(\/|$)/.test(name)) return path.startsWith('src/ui/charts/');
  return true;
}

// ---- imports ------------------------------------------------------------------------------------------------

/** The scripts of a component, everything else blanked, so that lines keep their numbers. */
function scriptsOf({ path, text }: Source): string {
  if (!path.endsWith('.svelte')) return text;
  const blank = (markup: string): string => markup.replace(/[^\n]/g, ' ');
  let scripts = '';
  for (const match of text.matchAll(/(<script\b[^>]*>)([\s\S]*?)<\/script>/g)) {
    const start = match.index + match[1].length;
    scripts += blank(text.slice(scripts.length, start)) + match[2];
  }
  return scripts + blank(text.slice(scripts.length));
}

export function edgesOf(source: Source): Edge[] {
  const text = scriptsOf(source);
  const file = ts.createSourceFile(`${source.path}.ts`, text, ts.ScriptTarget.Latest, true);
  /** Without these, imports stand at the top only. */
  const isDeep = /\bimport\s*[.(]/.test(text);
  const edges: Edge[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, kind: Edge['kind']) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    edges.push({ from: source.path, line, spec: specifier.text.replace(/\?.*$/, ''), kind });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const typeOnly = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      add(node, node.moduleSpecifier, typeOnly ? 'type' : 'value');
    } else if (ts.isExportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.isTypeOnly ? 'type' : 'value');
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node, node.argument.literal, 'type');
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], 'value');
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'URL') {
      const [file, base] = node.arguments ?? [];
      if (base?.getText() === 'import.meta.url') add(node, file, 'worker');
    }
    if (isDeep) ts.forEachChild(node, visit);
  };
  ts.forEachChild(file, visit);
  return edges;
}

/** 'src/a/b.ts' and '../c.ts' give 'src/c.ts'. */
function resolve(from: string, spec: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of spec.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

// ---- the check ----------------------------------------------------------------------------------------------

export function faultsOf(sources: Source[]): string[] {
  const paths = new Set(sources.map(({ path }) => path));
  const faults: string[] = [];
  const graph = new Map<string, string[]>(); // what is there at run time, for cycles
  for (const source of sources) {
    const from = areaOf(source.path);
    if (!from) {
      faults.push(`${source.path} lies in no layer`);
      continue;
    }
    const next: string[] = [];
    for (const edge of edgesOf(source)) {
      const where = `${edge.from}:${edge.line}`;
      if (!edge.spec.startsWith('.')) {
        if (edge.kind !== 'worker' && !packageAllowed(from, source.path, edge.spec)) {
          faults.push(`${where} ${from} may not import the package ${edge.spec}`);
        }
        continue;
      }
      // AssemblyScript leaves the ending out.
      const target = resolve(edge.from, edge.spec) + (from === 'arena' ? '.ts' : '');
      if (!/\.(ts|svelte)$/.test(target)) {
        // Styles, pictures and data are nobody's layer; code is imported with its ending.
        if (!/\.\w+$/.test(target)) faults.push(`${where} ${edge.spec} has no file ending`);
        continue;
      }
      if (!paths.has(target)) {
        faults.push(`${where} ${target} does not exist`);
        continue;
      }
      const to = areaOf(target);
      if (to && !allowed(from, to, target, edge.kind)) {
        const hint =
          edge.kind === 'value' && allowed(from, to, target, 'type') ? ' (an `import type` may)' : '';
        const verb = edge.kind === 'worker' ? 'start' : 'import';
        faults.push(`${where} ${from} may not ${verb} ${to}: ${target}${hint}`);
      }
      // In the arena the way from a primitive that calls functions back to all primitives is a matter of course.
      if (edge.kind === 'value' && from !== 'arena') next.push(target);
    }
    graph.set(source.path, next);
  }
  return [...faults, ...cyclesOf(graph).map((cycle) => `cycle: ${cycle.join(' → ')}`)];
}

/** One cycle for every import that closes one. */
function cyclesOf(graph: Map<string, string[]>): string[][] {
  const cycles: string[][] = [];
  const state = new Map<string, 'open' | 'done'>();
  const trail: string[] = [];
  const visit = (path: string): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      cycles.push([...trail.slice(trail.indexOf(path)), path]);
      return;
    }
    state.set(path, 'open');
    trail.push(path);
    graph.get(path)?.forEach(visit);
    trail.pop();
    state.set(path, 'done');
  };
  for (const path of graph.keys()) visit(path);
  return cycles;
}

// ---- state of modules ---------------------------------------------------------------------------------------

/** At the left edge what can change: variables, collections that begin empty, scratch arrays. */
const STATE =
  /^(?:export )?(?:let |const \w+(?:: (?!Readonly)[^=]*)? = (?:\[\];|new (?:(?:Weak)?(?:Map|Set)|Recall)(?:<[^;]*>)?\(\)|new \w+Array\())/;

/**
 * State of a module that does not say why it is safe to share: whoever is asked first must not decide what the next one is
 * told. In the arena it belongs to the instance, of which each `Arena` has its own.
 */
export function unmarkedState(sources: readonly Source[]): string[] {
  return sources
    .filter(({ path }) => areaOf(path) !== 'arena' && path.endsWith('.ts'))
    .flatMap(({ path, text }) => {
      const lines = text.split('\n');
      const isMarked = (at: number): boolean => {
        if (STATE.test(lines[at - 1] ?? '')) return isMarked(at - 1);
        let from = at;
        while (/^(\/\*\*| \*)/.test(lines[from - 1] ?? '')) from--;
        return lines.slice(from, at).join('').replaceAll(' * ', ' ').includes('Safe to share:');
      };
      return lines.flatMap((line, at) => (STATE.test(line) && !isMarked(at) ? [`${path}:${at + 1}`] : []));
    });
}
