/** The dialogs that the page opens, one at a time. */
export type DialogName =
  | 'tasks'
  | 'share'
  | 'library'
  | 'sweep'
  | 'submission'
  | 'arrange'
  | 'figure'
  | 'grid'
  | 'commands'
  | 'about'
  | 'guide'
  | 'keys'
  | 'presentation';
