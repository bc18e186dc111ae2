/** Whether a text has all words of a query, in any order and case. Of an empty query every text has all. */
export function wordsIn(query: string): (text: string) => boolean {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return (text) => {
    const lower = text.toLowerCase();
    return words.every((word) => lower.includes(word));
  };
}
