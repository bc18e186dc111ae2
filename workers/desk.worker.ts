/** The worker behind the editor. */
import { expose } from 'comlink';
import { desk } from '../src/core/desk/desk.ts';

expose(desk);
