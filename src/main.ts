import { mount } from 'svelte';
import { trustOwnScripts } from './host/trusted-scripts.ts';
import './ui/theme.css';
import './ui/controls.css';
import App from './ui/App.svelte';

trustOwnScripts();
mount(App, { target: document.getElementById('app')! });
