/**
 * The language service: what an editor asks about a text while somebody writes it. Each verb takes the source and a
 * place, answers with plain data and never throws; what is found out of a solver is kept.
 */
import { completion } from './completion.ts';
import { definition } from './definition.ts';
import { diagnostics } from './diagnostics.ts';
import { fixes } from './fixes.ts';
import { folding } from './folding.ts';
import { format } from './format.ts';
import { hover } from './hover.ts';
import { inlays } from './inlays.ts';
import { opening } from './opening.ts';
import { reference } from './reference.ts';
import { references } from './references.ts';
import { rename, renameTarget } from './rename.ts';
import { signatureHelp } from './signature-help.ts';
import { toggle } from './toggle.ts';

export const service = {
  completion,
  definition,
  diagnostics,
  fixes,
  folding,
  format,
  hover,
  inlays,
  opening,
  reference,
  references,
  rename,
  renameTarget,
  signatureHelp,
  toggle,
};

export type Service = typeof service;

export type * from './types.ts';
