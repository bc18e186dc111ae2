/** Loads Monaco part by part, each on the ones before: evaluated in one go they would hold the page up for long. */
export async function loadMonaco(): Promise<typeof import('./monaco.ts')> {
  await import('monaco-editor/features/tokenization/register');
  await import('monaco-editor/features/codeEditor/register');
  await import('monaco-editor/editor');
  return import('./monaco.ts');
}
