import { mount } from 'svelte';
import { trustOwnScripts } from './host/trusted-scripts.ts';
import './ui/theme.css';
import './ui/controls.css';
import App from './ui/App.svelte';

trustOwnScripts();
// A task of its own: evaluated and mounted in one go the page would answer later.
setTimeout(() => mount(App, { target: document.getElementById('app')! }));
