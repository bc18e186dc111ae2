/** What a database refuses, told apart: it is away and may come back, or the call cannot be carried out. */
import { WrongCall } from '../faults.ts';

type Refusal = Error & { readonly code?: string; readonly errors?: readonly Refusal[] };

/** What the system says of a connection that does not come about or ends. */
const CUT = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'];
/** PostgreSQL's own: it shuts down or starts. */
const PASSING = ['57P01', '57P02', '57P03', '57P05', '25P03'];
/** The connection is cut; or there is no connection, memory or disk to spare. */
const CLASSES = ['08', '53'];
/** Two transactions stood in each other's way: the same again succeeds. */
const AGAIN = ['40001', '40P01', '55P03'];
/** What pg itself says without a code. */
const SAID =
  /connection (terminated|ended|timeout)|not queryable|query read timeout|timeout exceeded when trying to connect/i;

/** Whether the same call may succeed later, with nothing changed. */
export function isPassing(error: unknown): boolean {
  const { code, message, errors } = error as Refusal;
  if (errors !== undefined && errors.length > 0) return errors.every(isPassing);
  if (code === undefined) return SAID.test(message ?? '');
  return [...CUT, ...PASSING, ...AGAIN].includes(code) || CLASSES.includes(code.slice(0, 2));
}

/** Why, in a few words that hold no credentials. */
export function reasonOf(error: unknown): string {
  const { code, message, errors } = error as Refusal;
  if (errors !== undefined && errors.length > 0) return reasonOf(errors[0]);
  if (code === 'ECONNREFUSED') return 'nothing listens there';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'there is no such host';
  if (code === '28P01' || code === '28000') return 'the user or the password is refused';
  if (code === '3D000') return 'there is no such database';
  if (code === '42501') return `the user lacks the rights (${message})`;
  return (message ?? String(error)).split('\n')[0] as string;
}

/** The fault as the one line that a caller gets. */
export const asWrongCall = (error: unknown): WrongCall =>
  error instanceof WrongCall ? error : new WrongCall(`the database: ${reasonOf(error)}`);
