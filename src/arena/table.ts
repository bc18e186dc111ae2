/** Arrays of words that grow, outside all regions. */
import { GUARDED, spoil } from './guard';
import { endBlock, newBlock } from './memory';

/** Made with `memory.data(8)`: the address of its words and how many bytes they take. */
@unmanaged
export class Table {
  words: usize;
  bytes: u32;

  @inline at(index: i32): i32 {
    return load<i32>(this.words + ((<usize>index) << 2));
  }

  @inline put(index: i32, word: i32): void {
    store<i32>(this.words + ((<usize>index) << 2), word);
  }

  /** Makes room for `bytes` in all, keeping what is there. What is new is 0. Addresses taken before are void. */
  reserve(bytes: usize): void {
    if (bytes <= <usize>this.bytes) return;
    const size = max<usize>(bytes, max<usize>(<usize>this.bytes + (<usize>this.bytes >> 1), 16384));
    const words = newBlock(size);
    memory.copy(words, this.words, this.bytes);
    memory.fill(words + this.bytes, 0, size - this.bytes);
    if (this.words !== 0) {
      if (GUARDED) spoil(this.words, this.words + this.bytes);
      endBlock(this.words);
    }
    this.words = words;
    this.bytes = <u32>size;
  }
}
