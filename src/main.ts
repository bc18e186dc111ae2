import { mount } from 'svelte';
import { trustOwnScripts } from './host/trusted-scripts.ts';
import './ui/theme.css';
import './ui/controls.css';
import './ui/opening.css';
import App from './ui/App.svelte';
import { Playground } from './ui/state/playground.svelte.ts';

trustOwnScripts();

function show(playground: Playground): void {
  const target = document.getElementById('app')!;
  target.replaceChildren();
  mount(App, { target, props: { playground } });
}

// Tasks of their own: done in one go the page would answer later.
setTimeout(() => {
  const playground = new Playground();
  setTimeout(() => show(playground));
});
