/**
 * What a client needs beside single calls that goes through a program node by node and looks at every value: the nodes of
 * programs in the graph, and taking back what a call has allocated.
 */
import { memberOf } from './graph';
import { backTo, chunkMark, top } from './memory';

let markedChunk: usize = 0;
let markedTop: usize = 0;

/** Remembers where the next object of the active region goes; there is one mark at a time. */
export function mark(): void {
  markedChunk = chunkMark();
  markedTop = top;
}

/** Gives back what was allocated since `mark`. The active region must be the same, and nothing of it in use. */
export function takeBack(): void {
  backTo(markedChunk, markedTop);
}

/** The node at place `at` of a program: equal operations of all programs are one node. They count from 0 as they come. */
export function nodeOf(program: i32, at: i32): i32 {
  return memberOf(program, at);
}
